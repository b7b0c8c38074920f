package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does changes to a problem: antennas, spacecraft, requests and given view periods are those after them. */
public final class ChangeApplication {
    private final Problem problem;
    private final Map<String, Antenna> antennas = new LinkedHashMap<>();
    private final Map<String, Spacecraft> spacecraft = new LinkedHashMap<>();
    private final Map<String, TrackRequest> requests = new LinkedHashMap<>();
    private final List<GivenViewPeriod> viewPeriods;
    private final Set<String> moved = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    private ChangeApplication(Problem problem) {
        this.problem = problem;
        problem.antennas().forEach(antenna -> antennas.put(antenna.id(), antenna));
        problem.spacecraft().forEach(craft -> spacecraft.put(craft.id(), craft));
        problem.requests().forEach(request -> requests.put(request.id(), request));
        viewPeriods = new ArrayList<>(problem.viewPeriods());
    }

    /** @param changes that fit the problem, as the reader of changes makes sure */
    public static ChangedProblem apply(Problem problem, ChangeSet changes) {
        return new ChangeApplication(problem).apply(changes.changes());
    }

    private ChangedProblem apply(List<Change> changes) {
        Set<String> withNewTrajectory = new HashSet<>();
        changes.forEach(change -> {
            if (change instanceof Change.Ephemeris ephemeris) {
                withNewTrajectory.add(ephemeris.spacecraft());
            }
        });
        for (Change change : changes) {
            if (change instanceof Change.Outage outage) {
                outage(outage);
            } else if (change instanceof Change.Slip slip) {
                slip(slip, withNewTrajectory.contains(slip.spacecraft()));
            } else if (change instanceof Change.AddRequest add) {
                requests.put(add.request().id(), add.request());
                if (add.request().mspa() || add.request().minElevationDeg() != null) {
                    // These ask for directions, which its view periods may not have.
                    moved.add(add.request().spacecraft());
                }
            } else if (change instanceof Change.Withdraw withdraw) {
                withdraw(withdraw.request());
            } else if (change instanceof Change.Ephemeris ephemeris) {
                ephemeris(ephemeris);
            }
        }
        dropLooseTies();
        Problem changed = Variants.problem(
                problem,
                List.copyOf(antennas.values()),
                List.copyOf(spacecraft.values()),
                List.copyOf(requests.values()),
                viewPeriods.stream().filter(this::refersToSomething).toList(),
                problem.pins().stream().filter(pin -> isAsked(pin.request())).toList(),
                List.of(),
                problem.objective());
        return new ChangedProblem(changed, moved, notes);
    }

    private void outage(Change.Outage outage) {
        antennas.computeIfPresent(outage.antenna(), (id, a) -> {
            List<Unavailability> down = new ArrayList<>(a.unavailable());
            down.add(new Unavailability(outage.interval(), outage.reason(), null));
            return new Antenna(
                    a.id(),
                    a.name(),
                    a.complex(),
                    a.site(),
                    a.bands(),
                    a.elevationMask(),
                    a.uplinkMinElevationDeg(),
                    a.keyholeElevationDeg(),
                    a.slewRate(),
                    a.trackingRateDegPerS(),
                    a.minSepDeg(),
                    a.mspa(),
                    down);
        });
    }

    private void ephemeris(Change.Ephemeris change) {
        spacecraft.computeIfPresent(
                change.spacecraft(), (id, craft) -> with(craft, change.trajectory(), craft.windows()));
        moved.add(change.spacecraft());
        Set<String> own = requestsOf(change.spacecraft());
        if (viewPeriods.removeIf(period -> isOf(period, change.spacecraft(), own))) {
            notes.add("The view periods of " + change.spacecraft()
                    + " that came with the problem hold no longer: those of the new trajectory are computed.");
        }
    }

    private void slip(Change.Slip slip, boolean newTrajectory) {
        Duration by = slip.by();
        spacecraft.computeIfPresent(slip.spacecraft(), (id, craft) -> {
            TrajectorySpec trajectory = craft.trajectory();
            return with(
                    craft,
                    newTrajectory || trajectory == null ? trajectory : later(trajectory, by),
                    craft.windows().stream().map(window -> later(window, by)).toList());
        });
        moved.add(slip.spacecraft());
        Set<String> own = requestsOf(slip.spacecraft());
        for (String id : own) {
            TrackRequest later = later(requests.get(id), by);
            if (later == null) {
                requests.remove(id);
                notes.add("Request " + id + " is dropped: its window slips out of the horizon.");
            } else {
                requests.put(id, later);
            }
        }
        if (!newTrajectory) {
            slipViewPeriods(slip, own);
        }
    }

    private void slipViewPeriods(Change.Slip slip, Set<String> own) {
        boolean any = false;
        for (int k = 0; k < viewPeriods.size(); k++) {
            GivenViewPeriod period = viewPeriods.get(k);
            if (isOf(period, slip.spacecraft(), own)) {
                viewPeriods.set(k, later(period, slip.by()));
                any = true;
            }
        }
        viewPeriods.removeIf(period -> !new Interval(period.aos(), period.los()).overlaps(problem.horizon()));
        if (any) {
            notes.add("The view periods of " + slip.spacecraft()
                    + " came with the problem and are taken to be later by the same time, without regard to the Earth's"
                    + " rotation. Maybe give its new trajectory in an EPHEMERIS change.");
        }
    }

    private void withdraw(String id) {
        if (requests.remove(id) != null) {
            return;
        }
        int slash = id.lastIndexOf('/');
        String series = slash < 0 ? id : id.substring(0, slash);
        requests.computeIfPresent(series, (key, request) -> {
            Recurrence recurrence = request.recurrence();
            if (recurrence == null) {
                return request;
            }
            SortedSet<Integer> withdrawn = new TreeSet<>(recurrence.withdrawn());
            withdrawn.add(Integer.parseInt(id.substring(slash + 1)));
            return Variants.of(request)
                    .recurrence(new Recurrence(
                            recurrence.every(), recurrence.count(), recurrence.minSeparation(), List.copyOf(withdrawn)))
                    .build();
        });
    }

    /** Ties to what is no longer asked bind nothing, and the format refuses them. */
    private void dropLooseTies() {
        requests.replaceAll((id, request) -> {
            List<Tie> ties = request.ties().stream()
                    .filter(tie -> isAsked(tie.request()))
                    .toList();
            if (ties.size() == request.ties().size()) {
                return request;
            }
            notes.add("A tie of " + id + " is dropped: the request it binds to is no longer asked.");
            return Variants.of(request).ties(ties).build();
        });
    }

    private boolean isAsked(String reference) {
        if (requests.containsKey(reference)) {
            return true;
        }
        int slash = reference.lastIndexOf('/');
        TrackRequest series = slash < 0 ? null : requests.get(reference.substring(0, slash));
        if (series == null || series.recurrence() == null) {
            return false;
        }
        int number = Integer.parseInt(reference.substring(slash + 1));
        long members = series.window().duration().dividedBy(series.recurrence().every())
                * series.recurrence().count();
        return number <= members && !series.recurrence().withdrawn().contains(number);
    }

    private boolean refersToSomething(GivenViewPeriod period) {
        return period.request() == null || isAsked(period.request());
    }

    private Set<String> requestsOf(String craft) {
        Set<String> own = new LinkedHashSet<>();
        requests.values().stream()
                .filter(request -> request.spacecraft().equals(craft))
                .forEach(request -> own.add(request.id()));
        return own;
    }

    private static boolean isOf(GivenViewPeriod period, String craft, Set<String> requests) {
        String request = period.request();
        if (request == null) {
            return craft.equals(period.spacecraft());
        }
        int slash = request.lastIndexOf('/');
        return requests.contains(slash < 0 ? request : request.substring(0, slash));
    }

    /** The request later, within the horizon as far as the format asks; null when nothing of it is left there. */
    private @Nullable TrackRequest later(@Nullable TrackRequest request, Duration by) {
        if (request == null) {
            return null;
        }
        Interval window = later(request.window(), by);
        Recurrence recurrence = request.recurrence();
        if (recurrence != null) {
            Interval inside = window.intersection(problem.horizon());
            if (inside == null || recurrence.every().compareTo(inside.duration()) > 0) {
                return null;
            }
            long before = request.window().duration().dividedBy(recurrence.every()) * recurrence.count();
            long after = inside.duration().dividedBy(recurrence.every()) * recurrence.count();
            if (after < before) {
                notes.add("Of request " + request.id() + " the last " + (before - after) + " of " + before
                        + " members are dropped: they slip out of the horizon.");
            }
            window = inside;
            recurrence = new Recurrence(
                    recurrence.every(),
                    recurrence.count(),
                    recurrence.minSeparation(),
                    recurrence.withdrawn().stream()
                            .filter(number -> number <= after)
                            .toList());
        } else if (!window.overlaps(problem.horizon())) {
            return null;
        }
        Instant preferred = request.preferredTime();
        return Variants.of(request)
                .window(window)
                .recurrence(recurrence)
                .exclude(request.exclude().stream()
                        .map(interval -> later(interval, by))
                        .toList())
                .preferredTime(preferred == null ? null : preferred.plus(by))
                .build();
    }

    private static TrajectorySpec later(TrajectorySpec trajectory, Duration by) {
        if (trajectory instanceof TrajectorySpec.Surface) {
            return trajectory;
        }
        return trajectory instanceof TrajectorySpec.Delayed delayed
                ? new TrajectorySpec.Delayed(delayed.trajectory(), delayed.by().plus(by))
                : new TrajectorySpec.Delayed(trajectory, by);
    }

    private static Interval later(Interval interval, Duration by) {
        return new Interval(interval.start().plus(by), interval.end().plus(by));
    }

    private static GivenViewPeriod later(GivenViewPeriod period, Duration by) {
        Instant on = period.transmitOn();
        Instant off = period.transmitOff();
        return new GivenViewPeriod(
                period.antenna(),
                period.spacecraft(),
                period.request(),
                period.aos().plus(by),
                period.los().plus(by),
                on == null ? null : on.plus(by),
                off == null ? null : off.plus(by));
    }

    private static Spacecraft with(Spacecraft craft, @Nullable TrajectorySpec trajectory, List<Interval> windows) {
        return new Spacecraft(craft.id(), craft.name(), craft.mission(), trajectory, windows, craft.linkTable());
    }
}
