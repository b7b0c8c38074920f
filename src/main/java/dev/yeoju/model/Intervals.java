package dev.yeoju.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Algebra of sets of half-open intervals. Every result is sorted by start, with no two intervals overlapping or touching. */
public final class Intervals {
    private Intervals() {}

    /** The set's canonical form: sorted, overlapping and touching intervals joined. */
    public static List<Interval> union(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::start).thenComparing(Interval::end));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !next.start().isAfter(joined.get(last).end())) {
                Interval open = joined.get(last);
                if (next.end().isAfter(open.end())) {
                    joined.set(last, new Interval(open.start(), next.end()));
                }
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    /** The instants that are in both sets. */
    public static List<Interval> intersection(List<Interval> first, List<Interval> second) {
        List<Interval> a = union(first);
        List<Interval> b = union(second);
        List<Interval> shared = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            Interval part = a.get(i).intersection(b.get(j));
            if (part != null) {
                shared.add(part);
            }
            if (a.get(i).end().isBefore(b.get(j).end())) {
                i++;
            } else {
                j++;
            }
        }
        return List.copyOf(shared);
    }

    /** The instants of the first set that are not in the second. */
    public static List<Interval> difference(List<Interval> first, List<Interval> second) {
        List<Interval> holes = union(second);
        List<Interval> left = new ArrayList<>();
        for (Interval whole : union(first)) {
            Instant from = whole.start();
            for (Interval hole : holes) {
                if (!hole.overlaps(whole)) {
                    continue;
                }
                if (hole.start().isAfter(from)) {
                    left.add(new Interval(from, hole.start()));
                }
                from = hole.end();
                if (!from.isBefore(whole.end())) {
                    break;
                }
            }
            if (from.isBefore(whole.end())) {
                left.add(new Interval(from, whole.end()));
            }
        }
        return List.copyOf(left);
    }
}
