package dev.yeoju.check;

import dev.yeoju.model.Fault;
import dev.yeoju.model.Figures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a schedule says of itself with what was recomputed. */
final class ClaimCheck {
    /** Room for decimals in files, of the greater of 1 and the value. */
    private static final double TOLERANCE = 1e-6;
    /** Percentages are written with four decimals, of figures that are rounded themselves. */
    private static final double PERCENT_ROOM = 1e-4;

    private final ProblemInstance instance;
    private final Schedule claimed;
    private final Evaluation actual;
    private final List<Fault> faults = new ArrayList<>();

    ClaimCheck(ProblemInstance instance, Schedule claimed, Evaluation actual) {
        this.instance = instance;
        this.claimed = claimed;
        this.actual = actual;
    }

    List<Fault> faults() {
        String problem = instance.problem().name();
        same("/problem", claimed.problem(), problem, "Maybe it belongs to another problem.");
        same("/status", claimed.status(), actual.status(), "");
        same("/value", claimed.value(), actual.value());
        gap();
        critical();
        figures();
        served();
        violations();
        return faults;
    }

    private void gap() {
        Double bound = claimed.bound();
        Double gap = claimed.gapPercent();
        if (bound != null && !(bound >= actual.value() - room(actual.value()))) {
            fault("/bound", bound, "bound (%s) is below the schedule's value (%s).".formatted(bound, actual.value()));
            return;
        }
        Double expected = Gap.percent(actual.isValid(), actual.value(), bound);
        if (expected == null && gap != null) {
            fault(
                    "/gapPercent",
                    gap,
                    "gapPercent (%s) must be null: %s."
                            .formatted(gap, bound == null ? "there is no bound" : "a rule is broken"));
        } else if (expected != null && (gap == null || !(Math.abs(gap - expected) <= PERCENT_ROOM))) {
            same("/gapPercent", gap, expected);
        }
    }

    private void critical() {
        Schedule.Critical claim = claimed.critical();
        same("/critical/satisfied", claim.satisfied(), actual.critical().satisfied(), "");
        same("/critical/requests", claim.requests(), actual.critical().requests(), "");
        Integer most = claim.most();
        if (most != null
                && (most < actual.critical().satisfied()
                        || most > actual.critical().requests())) {
            fault(
                    "/critical/most",
                    most,
                    "most (%d) is not between the critical requests satisfied (%d) and all of them (%d)."
                            .formatted(
                                    most,
                                    actual.critical().satisfied(),
                                    actual.critical().requests()));
        }
    }

    private void figures() {
        Figures claim = claimed.figures();
        Figures is = actual.figures();
        same("/figures/trackedHours", claim.trackedHours(), is.trackedHours());
        same("/figures/requestedHours", claim.requestedHours(), is.requestedHours());
        same("/figures/satisfied", claim.satisfied(), is.satisfied(), "");
        same("/figures/requests", claim.requests(), is.requests(), "");
        same("/figures/uRms", claim.uRms(), is.uRms());
        same("/figures/uMax", claim.uMax(), is.uMax());
        Map<String, Figures.MissionFigures> missions = new LinkedHashMap<>();
        is.missions().forEach(m -> missions.put(m.mission(), m));
        for (int i = 0; i < claim.missions().size(); i++) {
            Figures.MissionFigures m = claim.missions().get(i);
            String pointer = "/figures/missions/" + i;
            Figures.MissionFigures own = missions.remove(m.mission());
            if (own == null) {
                fault(
                        pointer + "/mission",
                        m.mission(),
                        "mission (%s) has no requests here, or is listed twice.".formatted(m.mission()));
                continue;
            }
            same(pointer + "/trackedHours", m.trackedHours(), own.trackedHours());
            same(pointer + "/requestedHours", m.requestedHours(), own.requestedHours());
            same(pointer + "/satisfied", m.satisfied(), own.satisfied(), "");
            same(pointer + "/requests", m.requests(), own.requests(), "");
            same(pointer + "/unsatisfiedFraction", m.unsatisfiedFraction(), own.unsatisfiedFraction());
        }
        missing("/figures/missions", "mission", missions.keySet());
    }

    private void served() {
        Set<String> without = new LinkedHashSet<>();
        Map<String, Double> shorter = new LinkedHashMap<>();
        Map<String, Double> preferred = new LinkedHashMap<>();
        for (TrackRequest request : instance.requests()) {
            Duration tracked = actual.tracked().getOrDefault(request.id(), Duration.ZERO);
            preferred.put(request.id(), ValueFormula.hours(request.preferredDuration()));
            if (tracked.isZero()) {
                without.add(request.id());
            } else if (tracked.compareTo(request.preferredDuration()) < 0) {
                shorter.put(request.id(), ValueFormula.hours(tracked));
            }
        }
        for (int i = 0; i < claimed.unscheduled().size(); i++) {
            String request = claimed.unscheduled().get(i).request();
            if (!without.remove(request)) {
                fault(
                        "/unscheduled/" + i + "/request",
                        request,
                        "request (%s) is not one without tracks, or is listed twice.".formatted(request));
            }
        }
        missing("/unscheduled", "request", without);
        for (int i = 0; i < claimed.shortRequests().size(); i++) {
            Schedule.ShortRequest claim = claimed.shortRequests().get(i);
            String pointer = "/short/" + i;
            Double hours = shorter.remove(claim.request());
            if (hours == null) {
                fault(
                        pointer + "/request",
                        claim.request(),
                        "request (%s) is not one with less than it prefers, or is listed twice."
                                .formatted(claim.request()));
                continue;
            }
            same(pointer + "/hours", claim.hours(), hours);
            same(pointer + "/preferredHours", claim.preferredHours(), preferred.getOrDefault(claim.request(), 0.0));
        }
        missing("/short", "request", shorter.keySet());
    }

    private void violations() {
        Set<String> broken = new LinkedHashSet<>();
        actual.violations().forEach(violation -> broken.add(violation.id()));
        for (int i = 0; i < claimed.violations().size(); i++) {
            Violation claim = claimed.violations().get(i);
            if (!broken.remove(claim.id())) {
                fault(
                        "/violations/" + i + "/id",
                        claim.id(),
                        "violation (%s) is not one of this schedule.".formatted(claim.id()));
            }
        }
        missing("/violations", "violation", broken);
    }

    private void missing(String pointer, String what, Collection<String> ids) {
        for (String id : ids) {
            fault(pointer, null, "%s %s is missing.".formatted(what, id));
        }
    }

    private void same(String pointer, @Nullable Double claim, double is) {
        // Written so that a claim that is not a number is refused.
        if (claim == null || !(Math.abs(claim - is) <= room(is))) {
            fault(
                    pointer,
                    claim,
                    "%s (%s) differs from what the tracks give (%s).".formatted(name(pointer), claim, is));
        }
    }

    private void same(String pointer, Object claim, Object is, String hint) {
        if (!Objects.equals(claim, is)) {
            fault(
                    pointer,
                    claim,
                    "%s (%s) differs from what the problem and the tracks give (%s).%s"
                            .formatted(name(pointer), claim, is, hint.isEmpty() ? "" : " " + hint));
        }
    }

    private static double room(double value) {
        return TOLERANCE * Math.max(1, Math.abs(value));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private void fault(String pointer, @Nullable Object value, String message) {
        faults.add(new Fault(pointer, value == null ? null : value.toString(), message));
    }
}
