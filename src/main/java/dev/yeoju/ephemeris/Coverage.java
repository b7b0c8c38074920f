package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orekit.time.AbsoluteDate;

/**
 * When a trajectory is known: closed spans of time in order, none touching the next. Between them are gaps, in which
 * there is no state; nothing is ever extrapolated.
 */
public final class Coverage {
    /**
     * A closed span of time.
     *
     * @param start first date that belongs to it
     * @param end last date that belongs to it, not before the start
     */
    public record Span(AbsoluteDate start, AbsoluteDate end) {
        /** @throws IllegalArgumentException when the end is before the start */
        public Span {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("The span's end (" + end + ") is before its start (" + start + ").");
            }
        }

        /** Whether the date lies in the span, its ends included. */
        public boolean contains(AbsoluteDate date) {
            return date.compareTo(start) >= 0 && date.compareTo(end) <= 0;
        }
    }

    private final List<Span> spans;

    private Coverage(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** Coverage by the given spans, in any order; those that touch or overlap are joined. */
    public static Coverage of(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::start));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !span.start().isAfter(joined.get(last).end())) {
                Span before = joined.get(last);
                AbsoluteDate end = before.end().isAfter(span.end()) ? before.end() : span.end();
                joined.set(last, new Span(before.start(), end));
            } else {
                joined.add(span);
            }
        }
        return new Coverage(joined);
    }

    /** Coverage by one span. */
    public static Coverage of(AbsoluteDate start, AbsoluteDate end) {
        return new Coverage(List.of(new Span(start, end)));
    }

    /** The spans in order, disjoint; empty when nothing is covered. */
    public List<Span> spans() {
        return spans;
    }

    /** What lies between the spans, in order. */
    public List<Span> gaps() {
        List<Span> gaps = new ArrayList<>();
        for (int i = 1; i < spans.size(); i++) {
            gaps.add(new Span(spans.get(i - 1).end(), spans.get(i).start()));
        }
        return List.copyOf(gaps);
    }

    /** Whether there is a state at the date. */
    public boolean contains(AbsoluteDate date) {
        for (Span span : spans) {
            if (span.contains(date)) {
                return true;
            }
        }
        return false;
    }

    /** The parts that both cover. */
    public Coverage intersection(Coverage other) {
        List<Span> common = new ArrayList<>();
        for (Span a : spans) {
            for (Span b : other.spans) {
                AbsoluteDate start = a.start().isAfter(b.start()) ? a.start() : b.start();
                AbsoluteDate end = a.end().isBefore(b.end()) ? a.end() : b.end();
                if (!end.isBefore(start)) {
                    common.add(new Span(start, end));
                }
            }
        }
        return of(common);
    }

    @Override
    public String toString() {
        return spans.toString();
    }
}
