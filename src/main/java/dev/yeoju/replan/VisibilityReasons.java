package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why antennas give a request no time at all, other tracks aside. */
final class VisibilityReasons {
    private final ProblemInstance instance;
    private final Neighbourhood schedule;
    private final Map<String, Antenna> antennas;
    private final Map<String, ProblemInstance.Absence> absences = new HashMap<>();

    VisibilityReasons(Neighbourhood schedule) {
        this.instance = schedule.instance();
        this.schedule = schedule;
        antennas = instance.antennasById();
        instance.absences()
                .forEach(absence -> absences.putIfAbsent(absence.antenna() + "\n" + absence.spacecraft(), absence));
    }

    /** Why this way of serving the request has no time in which all its antennas can use the spacecraft. */
    Reason of(TrackRequest request, ArrayOption option) {
        List<Interval> bounds = Intervals.intersection(
                request.allowed(), List.of(instance.problem().horizon()));
        for (String antenna : option.antennas()) {
            Optional<Reason> reason = ofMember(request, antenna, bounds);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        return reason(
                ReasonCode.NEVER_VISIBLE,
                "%s do not see %s at the same time within its window."
                        .formatted(Words.all(option.antennas()), request.spacecraft()));
    }

    private Optional<Reason> ofMember(TrackRequest request, String id, List<Interval> bounds) {
        Antenna antenna = antennas.get(id);
        if (antenna == null) {
            return Optional.of(reason(ReasonCode.NEVER_VISIBLE, "The problem has no antenna %s.".formatted(id)));
        }
        if (!antenna.serves(request.band())) {
            return Optional.of(reason(
                    ReasonCode.NO_BAND,
                    "%s does not serve %s band."
                            .formatted(
                                    id,
                                    request.band() == null
                                            ? "its"
                                            : request.band().label())));
        }
        List<ViewPeriod> periods = schedule.periods(request).stream()
                .filter(period -> period.antenna().equals(id))
                .sorted(Comparator.comparing(ViewPeriod::aos))
                .toList();
        List<ViewPeriod> own =
                periods.stream().filter(period -> period.request() != null).toList();
        List<ViewPeriod> chosen = own.isEmpty() ? periods : own;
        if (chosen.isEmpty()) {
            ProblemInstance.Absence absence = absences.get(id + "\n" + request.spacecraft());
            return Optional.of(
                    absence == null
                            ? reason(
                                    ReasonCode.NEVER_VISIBLE,
                                    "%s never sees %s within the horizon.".formatted(id, request.spacecraft()))
                            : reason(absence.code(), absence.text()));
        }
        List<ViewPeriod> inWindow = chosen.stream()
                .filter(period -> period.interval().overlaps(request.window()))
                .toList();
        if (inWindow.isEmpty()) {
            return Optional.of(outsideWindow(request, id, chosen));
        }
        List<Interval> receive = times(request, inWindow, Direction.RECEIVE, bounds);
        if (receive.isEmpty()) {
            return Optional.of(limited(request, id, inWindow, bounds));
        }
        if (request.uplink()
                && times(request, inWindow, Direction.TRANSMIT, receive).isEmpty()) {
            return Optional.of(reason(
                    ReasonCode.BELOW_MASK,
                    "%s sees %s within its window, but never where it may transmit."
                            .formatted(id, request.spacecraft())));
        }
        return Optional.empty();
    }

    private static List<Interval> times(
            TrackRequest request, List<ViewPeriod> periods, Direction direction, List<Interval> bounds) {
        List<Interval> times = new ArrayList<>();
        periods.forEach(period -> times.addAll(period.usable(request.band(), direction)));
        return Intervals.intersection(times, bounds);
    }

    private static Reason outsideWindow(TrackRequest request, String antenna, List<ViewPeriod> periods) {
        String next = periods.stream()
                .filter(period -> !period.aos().isBefore(request.window().end()))
                .findFirst()
                .map(period -> "; the next view period begins " + Words.time(period.aos()))
                .orElseGet(() -> "; the last view period ended "
                        + Words.time(periods.get(periods.size() - 1).los()));
        return reason(
                ReasonCode.NEVER_VISIBLE,
                "%s does not see %s within its window (%s to %s)%s."
                        .formatted(
                                antenna,
                                request.spacecraft(),
                                Words.time(request.window().start()),
                                Words.time(request.window().end()),
                                next));
    }

    private static Reason limited(
            TrackRequest request, String antenna, List<ViewPeriod> periods, List<Interval> bounds) {
        List<Interval> seen = periods.stream().map(ViewPeriod::interval).toList();
        if (Intervals.intersection(seen, bounds).isEmpty()) {
            return reason(
                    ReasonCode.NEVER_VISIBLE,
                    "%s sees %s only in times that the request excludes.".formatted(antenna, request.spacecraft()));
        }
        String band = request.band() == null ? "" : " in " + request.band().label() + " band";
        double sep = periods.stream()
                .map(ViewPeriod::minSepDeg)
                .filter(angle -> angle != null)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
        if (flagged(periods, "SEP")) {
            return reason(
                    ReasonCode.SEP,
                    "The Sun is too near to %s for %s%s%s."
                            .formatted(
                                    request.spacecraft(),
                                    antenna,
                                    band,
                                    Double.isNaN(sep)
                                            ? ""
                                            : String.format(Locale.ENGLISH, ": %.1f° away at the least", sep)));
        }
        if (flagged(periods, "KEYHOLE")) {
            return reason(
                    ReasonCode.KEYHOLE,
                    "%s can see %s within its window only in its keyhole.".formatted(antenna, request.spacecraft()));
        }
        if (flagged(periods, "TRACKING_RATE")) {
            return reason(
                    ReasonCode.TRACKING_RATE,
                    "%s cannot turn fast enough to follow %s within its window."
                            .formatted(antenna, request.spacecraft()));
        }
        return reason(
                ReasonCode.BELOW_MASK,
                "%s sees %s within its window, but cannot use it%s.".formatted(antenna, request.spacecraft(), band));
    }

    private static boolean flagged(List<ViewPeriod> periods, String flag) {
        return periods.stream()
                .flatMap(period -> period.flags().stream())
                .anyMatch(text -> text.toUpperCase(Locale.ENGLISH).contains(flag));
    }

    private static Reason reason(ReasonCode code, String text) {
        return new Reason(code, text, List.of());
    }
}
