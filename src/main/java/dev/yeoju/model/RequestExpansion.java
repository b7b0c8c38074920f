package dev.yeoju.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem's requests with every recurring one replaced by its members.
 *
 * @param requests in the problem's order, members in time
 * @param warnings what a planner should know, such as a trailing partial period that was dropped
 */
public record RequestExpansion(List<TrackRequest> requests, List<String> warnings) {
    public RequestExpansion {
        requests = List.copyOf(requests);
        warnings = List.copyOf(warnings);
    }

    /**
     * Expands recurring requests: the window is cut from its start into periods of {@code every}, each asks {@code
     * count} times, and neighbours in a series are {@code minSeparation} apart (kept as a SEPARATION tie on the earlier
     * one). Withdrawn members are left out, and ties to them. The preferred time is that of the first period and moves on with them. Ties between two recurring requests
     * pair their members by index.
     */
    public static RequestExpansion of(List<TrackRequest> requests) {
        Map<String, Integer> members = new HashMap<>();
        Map<String, Set<Integer>> withdrawn = new HashMap<>();
        for (TrackRequest request : requests) {
            Recurrence recurrence = request.recurrence();
            members.put(request.id(), recurrence == null ? 0 : memberCount(request, recurrence));
            withdrawn.put(request.id(), recurrence == null ? Set.of() : Set.copyOf(recurrence.withdrawn()));
        }
        List<TrackRequest> expanded = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (TrackRequest request : requests) {
            Recurrence recurrence = request.recurrence();
            if (recurrence == null) {
                expanded.add(request);
                continue;
            }
            long periods = periods(request, recurrence);
            Instant cut = request.window().start().plus(recurrence.every().multipliedBy(periods));
            if (cut.isBefore(request.window().end())) {
                warnings.add("Request " + request.id() + ": the last, partial period from " + cut + " to "
                        + request.window().end() + " is shorter than every (" + recurrence.every()
                        + ") and asks for nothing.");
            }
            int total = memberCount(request, recurrence);
            for (int index = 1; index <= total; index++) {
                if (gone(withdrawn, request.id(), index)) {
                    continue;
                }
                long period = (index - 1) / recurrence.count();
                Instant start = request.window().start().plus(recurrence.every().multipliedBy(period));
                List<Tie> ties = new ArrayList<>();
                for (Tie tie : request.ties()) {
                    int others = members.getOrDefault(tie.request(), 0);
                    if (others == 0) {
                        ties.add(tie);
                    } else if (index <= others && !gone(withdrawn, tie.request(), index)) {
                        ties.add(new Tie(tie.type(), memberId(tie.request(), index), tie.min(), tie.max()));
                    }
                }
                int next = index + 1;
                while (gone(withdrawn, request.id(), next)) {
                    next++;
                }
                if (recurrence.minSeparation() != null && next <= total) {
                    ties.add(new Tie(
                            Tie.Type.SEPARATION, memberId(request.id(), next), recurrence.minSeparation(), null));
                }
                expanded.add(request.member(
                        memberId(request.id(), index),
                        new Interval(start, start.plus(recurrence.every())),
                        preferredTime(request, recurrence, period),
                        ties));
            }
        }
        return new RequestExpansion(expanded, warnings);
    }

    private static @Nullable Instant preferredTime(TrackRequest request, Recurrence recurrence, long period) {
        Instant first = request.preferredTime();
        return first == null ? null : first.plus(recurrence.every().multipliedBy(period));
    }

    private static boolean gone(Map<String, Set<Integer>> withdrawn, String series, int index) {
        return withdrawn.getOrDefault(series, Set.of()).contains(index);
    }

    private static long periods(TrackRequest request, Recurrence recurrence) {
        return request.window().duration().dividedBy(recurrence.every());
    }

    private static int memberCount(TrackRequest request, Recurrence recurrence) {
        return Math.toIntExact(Math.multiplyExact(periods(request, recurrence), (long) recurrence.count()));
    }

    private static String memberId(String series, int index) {
        return series + "/" + index;
    }
}
