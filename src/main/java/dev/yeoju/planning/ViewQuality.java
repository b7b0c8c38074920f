package dev.yeoju.planning;

import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LinkRate;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a track in an opportunity is: with a link table the bits carried over what its highest rate would carry, else
 * the elevation at the middle of the track over 90 degrees; the mean over its antennas, 0 to 1.
 */
final class ViewQuality {
    private static final double ZENITH_DEG = 90;

    private final long epochS;
    private final @Nullable Band band;
    private final double highestBitsPerS;
    private final List<ViewPeriod> periods;
    private final int antennas;

    private ViewQuality(
            long epochS, @Nullable Band band, double highestBitsPerS, List<ViewPeriod> periods, int antennas) {
        this.epochS = epochS;
        this.band = band;
        this.highestBitsPerS = highestBitsPerS;
        this.periods = List.copyOf(periods);
        this.antennas = antennas;
    }

    /**
     * @param periods the view periods of an opportunity's antennas, as far as there are any
     * @param antennas how many antennas it has
     * @return null where nothing is known of the quality
     */
    static @Nullable ViewQuality of(
            long epochS, TrackRequest request, Spacecraft spacecraft, List<ViewPeriod> periods, int antennas) {
        Band band = request.band();
        double highest = band == null
                ? 0
                : spacecraft.linkTable().stream()
                        .filter(rate -> rate.band() == band)
                        .mapToDouble(LinkRate::bitsPerS)
                        .max()
                        .orElse(0);
        boolean known = highest > 0 || periods.stream().anyMatch(period -> period.pointing() != null);
        return known ? new ViewQuality(epochS, band, highest, periods, antennas) : null;
    }

    /** The quality of a track, in millionths. */
    long of(int botS, int eotS) {
        Instant bot = Instant.ofEpochSecond(epochS + botS);
        Duration length = Duration.ofSeconds((long) eotS - botS);
        double sum = 0;
        for (ViewPeriod period : periods) {
            PointingTrack pointing = period.pointing();
            if (band != null && highestBitsPerS > 0) {
                sum += period.volumeBits(band, new Interval(bot, bot.plus(length)))
                        / (highestBitsPerS * length.getSeconds());
            } else if (pointing != null) {
                sum += pointing.at(bot.plus(length.dividedBy(2))).elevationDeg() / ZENITH_DEG;
            }
        }
        return PlanUnits.micro(sum / antennas);
    }
}
