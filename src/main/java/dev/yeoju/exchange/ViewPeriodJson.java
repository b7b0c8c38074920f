package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.DataRateStep;
import dev.yeoju.model.ViewPeriod;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** View periods -> the JSON of {@code visibility}. Times are to the millisecond. */
public final class ViewPeriodJson {
    private static final int ANGLE_DECIMALS = 4;
    private static final int RANGE_DECIMALS = 3;

    private ViewPeriodJson() {}

    /** The whole answer as text. */
    public static String write(List<ViewPeriod> viewPeriods, List<String> warnings) {
        ObjectNode node = JsonTree.object();
        node.set("viewPeriods", JsonTree.array(viewPeriods, ViewPeriodJson::toTree));
        node.set("warnings", JsonTree.texts(warnings));
        return JsonTree.text(node);
    }

    /** One view period, as a part of a larger answer. */
    public static ObjectNode toTree(ViewPeriod period) {
        ObjectNode node = JsonTree.object().put("antenna", period.antenna());
        node.set("spacecraft", JsonTree.textOrNull(period.spacecraft()));
        node.set("request", JsonTree.textOrNull(period.request()));
        node.set("aos", JsonTree.milliseconds(period.aos()));
        node.set("los", JsonTree.milliseconds(period.los()));
        node.set("transmitOn", JsonTree.milliseconds(period.transmitOn()));
        node.set("transmitOff", JsonTree.milliseconds(period.transmitOff()));
        ObjectNode usable = JsonTree.object();
        period.usable().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().label()))
                .forEach(entry -> usable.set(
                        entry.getKey().label(),
                        JsonTree.array(
                                entry.getValue(),
                                times -> JsonTree.texts(List.of(
                                        TimeText.milliseconds(times.start()), TimeText.milliseconds(times.end()))))));
        node.set("usable", usable);
        node.set("peak", JsonTree.milliseconds(period.peak()));
        node.set(
                "peakElevationDeg",
                JsonTree.rounded(period.peakElevationDeg(), ANGLE_DECIMALS, RoundingMode.HALF_EVEN));
        node.set("minSepDeg", JsonTree.rounded(period.minSepDeg(), ANGLE_DECIMALS, RoundingMode.HALF_EVEN));
        node.set("minRangeKm", JsonTree.rounded(period.minRangeKm(), RANGE_DECIMALS, RoundingMode.HALF_EVEN));
        node.set("flags", JsonTree.texts(period.flags()));
        if (!period.dataRates().isEmpty()) {
            node.set("dataRates", dataRates(period));
            node.set("volumeBits", volumes(period));
        }
        return node.put("given", period.given());
    }

    /** Steps by band: start, end and bits a second. */
    private static ObjectNode dataRates(ViewPeriod period) {
        ObjectNode bands = JsonTree.object();
        period.dataRates()
                .forEach((band, steps) -> bands.set(band.label(), JsonTree.array(steps, ViewPeriodJson::dataRate)));
        return bands;
    }

    private static ObjectNode dataRate(DataRateStep step) {
        ObjectNode node = JsonTree.object();
        node.set("start", JsonTree.milliseconds(step.interval().start()));
        node.set("end", JsonTree.milliseconds(step.interval().end()));
        node.set("bitsPerS", JsonTree.number(step.bitsPerS()));
        return node;
    }

    /** What the whole period carries, by band. */
    private static ObjectNode volumes(ViewPeriod period) {
        ObjectNode bands = JsonTree.object();
        for (Band band : period.dataRates().keySet()) {
            bands.set(
                    band.label(),
                    JsonTree.rounded(period.volumeBits(band, period.interval()), 0, RoundingMode.HALF_EVEN));
        }
        return bands;
    }
}
