package dev.yeoju.visibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Algebra of sorted, disjoint spans. */
final class Spans {
    /** Spans and gaps shorter than this, seconds, are rounding and not geometry. */
    static final double SLIVER_S = 1e-4;

    private Spans() {}

    /** Sorted and joined; gaps below {@link #SLIVER_S} closed, then spans below it dropped. */
    static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingDouble(Span::start).thenComparingDouble(Span::end));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && span.start() - joined.get(last).end() < SLIVER_S) {
                Span before = joined.get(last);
                if (span.end() > before.end()) {
                    joined.set(last, new Span(before.start(), span.end()));
                }
            } else {
                joined.add(span);
            }
        }
        joined.removeIf(span -> span.length() < SLIVER_S);
        return joined;
    }

    /** What both sorted sets hold. */
    static List<Span> intersection(List<Span> a, List<Span> b) {
        List<Span> shared = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            double start = Math.max(a.get(i).start(), b.get(j).start());
            double end = Math.min(a.get(i).end(), b.get(j).end());
            if (end - start >= SLIVER_S) {
                shared.add(new Span(start, end));
            }
            if (a.get(i).end() < b.get(j).end()) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** What the first sorted set holds and the second does not. */
    static List<Span> difference(List<Span> a, List<Span> b) {
        List<Span> left = new ArrayList<>();
        int j = 0;
        for (Span whole : a) {
            double from = whole.start();
            while (j < b.size() && b.get(j).end() <= from) {
                j++;
            }
            for (int k = j; k < b.size() && b.get(k).start() < whole.end(); k++) {
                if (b.get(k).start() - from >= SLIVER_S) {
                    left.add(new Span(from, b.get(k).start()));
                }
                from = Math.max(from, b.get(k).end());
            }
            if (whole.end() - from >= SLIVER_S) {
                left.add(new Span(from, whole.end()));
            }
        }
        return left;
    }

    /** What a sorted set holds of one span; only the part of the set near it is looked at. */
    static List<Span> within(Span whole, List<Span> sorted) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).end() <= whole.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int past = low;
        while (past < sorted.size() && sorted.get(past).start() < whole.end()) {
            past++;
        }
        return intersection(List.of(whole), sorted.subList(low, past));
    }
}
