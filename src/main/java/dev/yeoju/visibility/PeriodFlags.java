package dev.yeoju.visibility;

import dev.yeoju.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The marks of a view period: a word each, and the times where they are not all of it. */
final class PeriodFlags {
    private final Limits limits;
    private final Function<Span, Interval> interval;

    PeriodFlags(Limits limits, Function<Span, Interval> interval) {
        this.limits = limits;
        this.interval = interval;
    }

    List<String> of(Span period) {
        List<String> flags = new ArrayList<>();
        limits.nearSun().forEach((band, spans) -> add("SEP " + band.label(), period, spans, flags));
        add("KEYHOLE", period, limits.keyhole(), flags);
        add("TRACKING_RATE", period, limits.tooFast(), flags);
        List<Span> daylight = limits.daylight();
        if (daylight != null) {
            if (Spans.within(period, daylight).isEmpty()) {
                flags.add("NIGHT");
            }
            add("DAY", period, daylight, flags);
        }
        return flags;
    }

    private void add(String word, Span period, List<Span> spans, List<String> flags) {
        for (Span span : Spans.within(period, spans)) {
            if (span.length() >= period.length() - Spans.SLIVER_S) {
                flags.add(word);
            } else {
                Interval times = interval.apply(span);
                flags.add(word + " " + times.start() + " " + times.end());
            }
        }
    }
}
