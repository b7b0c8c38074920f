package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every view period that requests need is either given or can be computed: a site and a trajectory are needed
 * unless all view periods of an antenna or a spacecraft are given.
 */
final class GeometryRules {
    /** An antenna with a spacecraft or a request. */
    private record Pair(String antenna, String other) {}

    private final Map<String, Value> antennasWithoutSite = new LinkedHashMap<>();
    private final Map<String, Value> spacecraftWithoutTrajectory = new LinkedHashMap<>();
    private final Set<Value> reported = new HashSet<>();
    private final Set<String> antennaIds = new HashSet<>();
    private final Set<String> spacecraftIds = new HashSet<>();
    private final Set<Pair> givenBySpacecraft = new HashSet<>();
    private final Set<Pair> givenByRequest = new HashSet<>();
    private final Set<String> antennasGiven = new HashSet<>();
    private final Set<String> spacecraftGiven = new HashSet<>();
    private final Set<String> requestsGiven = new HashSet<>();

    GeometryRules(
            List<Parsed<Antenna>> antennas,
            List<Parsed<Spacecraft>> spacecraft,
            List<GivenViewPeriod> given,
            KnownRequests requests) {
        for (Parsed<Antenna> antenna : antennas) {
            antennaIds.add(antenna.item().id());
            if (!antenna.value().field("site").isGiven()) {
                antennasWithoutSite.put(antenna.item().id(), antenna.value().field("site"));
            }
        }
        for (Parsed<Spacecraft> one : spacecraft) {
            spacecraftIds.add(one.item().id());
            if (!one.value().field("trajectory").isGiven()) {
                spacecraftWithoutTrajectory.put(one.item().id(), one.value().field("trajectory"));
            }
        }
        for (GivenViewPeriod period : given) {
            antennasGiven.add(period.antenna());
            if (period.spacecraft() != null) {
                givenBySpacecraft.add(new Pair(period.antenna(), period.spacecraft()));
                spacecraftGiven.add(period.spacecraft());
            } else if (period.request() != null) {
                addGivenByRequest(period.antenna(), period.request(), requests.origin(period.request()));
            }
        }
    }

    private void addGivenByRequest(String antenna, String reference, @Nullable TrackRequest request) {
        String series = KnownRequests.seriesOf(reference);
        givenByRequest.add(new Pair(antenna, series));
        requestsGiven.add(series);
        if (request != null) {
            spacecraftGiven.add(request.spacecraft());
        }
    }

    /** Reports each antenna without site and each spacecraft without trajectory once, with the pair that needs it. */
    void check(List<Parsed<TrackRequest>> requests) {
        antennasWithoutSite.forEach((id, field) -> {
            if (!antennasGiven.contains(id)) {
                report(
                        field,
                        "is missing, and no view periods of " + id
                                + " are given. Maybe add latitudeDeg, longitudeDeg and altitudeM.");
            }
        });
        spacecraftWithoutTrajectory.forEach((id, field) -> {
            if (!spacecraftGiven.contains(id)) {
                report(
                        field,
                        "is missing, and no view periods of " + id
                                + " are given. Maybe {\"type\": \"oem\", \"file\": \"" + id + ".oem\"}.");
            }
        });
        for (Parsed<TrackRequest> request : requests) {
            if (request.item().mspa() && isGiven(request.item())) {
                request.value()
                        .field("mspa")
                        .fault("does not go with given view periods: whether two spacecraft are in"
                                + " one beam cannot be told without directions. Maybe remove it.");
            }
            if (request.item().minElevationDeg() != null && isGiven(request.item())) {
                request.value()
                        .field("minElevationDeg")
                        .fault("does not go with given view periods: how high a spacecraft stands in them"
                                + " is not known. Maybe remove it and shorten the view periods.");
            }
        }
        if (!antennasWithoutSite.isEmpty() || !spacecraftWithoutTrajectory.isEmpty()) {
            checkPairs(requests);
        }
    }

    private boolean isGiven(TrackRequest request) {
        return requestsGiven.contains(request.id()) || spacecraftGiven.contains(request.spacecraft());
    }

    private void checkPairs(List<Parsed<TrackRequest>> requests) {
        // Requests that take every antenna share one list: look at it once a spacecraft.
        Map<List<ArrayOption>, Set<String>> done = new IdentityHashMap<>();
        for (Parsed<TrackRequest> request : requests) {
            TrackRequest item = request.item();
            boolean own = requestsGiven.contains(item.id());
            boolean first =
                    done.computeIfAbsent(item.antennas(), k -> new HashSet<>()).add(item.spacecraft());
            if (own || first) {
                item.antennas().forEach(option -> option.antennas().forEach(antenna -> checkPair(item, antenna)));
            }
        }
    }

    private void checkPair(TrackRequest request, String antenna) {
        String spacecraft = request.spacecraft();
        if (!antennaIds.contains(antenna)
                || !spacecraftIds.contains(spacecraft)
                || givenByRequest.contains(new Pair(antenna, request.id()))
                || givenBySpacecraft.contains(new Pair(antenna, spacecraft))) {
            return;
        }
        Value site = antennasWithoutSite.get(antenna);
        Value trajectory = spacecraftWithoutTrajectory.get(spacecraft);
        if (site != null && trajectory == null) {
            report(site, needed(request, antenna, "site"));
        } else if (trajectory != null && site == null) {
            report(trajectory, needed(request, antenna, "trajectory"));
        }
    }

    private static String needed(TrackRequest request, String antenna, String what) {
        return "is missing: request " + request.id() + " may use " + antenna + ", and its view periods of "
                + request.spacecraft() + " are not given. Maybe add the " + what
                + " or the view periods, or leave the antenna out of the request.";
    }

    private void report(Value field, String message) {
        if (reported.add(field)) {
            field.fault(message);
        }
    }
}
