package dev.yeoju.check;

import dev.yeoju.model.Band;
import dev.yeoju.model.LinkRate;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Level 4 of the objective, Σ w·(T + Q + S − (n − 1)) over the requests that have tracks: near the preferred time, high or
 * rich in data, evenly spaced in a series, in few tracks. The terms are those of docs/problem-format.md.
 */
final class PreferenceFormula {
    private static final Duration FAR = Duration.ofHours(12);
    private static final double ZENITH_DEG = 90;

    private final Facts facts;
    private final Map<String, Duration> spacing = new HashMap<>();

    PreferenceFormula(Facts facts) {
        this.facts = facts;
        for (TrackRequest request : facts.instance().problem().requests()) {
            Recurrence recurrence = request.recurrence();
            if (recurrence != null) {
                spacing.put(request.id(), recurrence.every().dividedBy(recurrence.count()));
            }
        }
    }

    double points() {
        double points = 0;
        TrackRequest previous = null;
        for (TrackRequest request : facts.instance().requests()) {
            List<Track> tracks = facts.tracksOf(request.id());
            if (!tracks.isEmpty()) {
                double share = time(request, tracks) + quality(request, tracks) + evenness(previous, request, tracks);
                points += request.priority() * (share - (tracks.size() - 1));
            }
            previous = request;
        }
        return points;
    }

    private static double time(TrackRequest request, List<Track> tracks) {
        Instant preferred = request.preferredTime();
        return preferred == null
                ? 0
                : near(Duration.between(preferred, tracks.get(0).bot()), FAR);
    }

    private double evenness(@Nullable TrackRequest previous, TrackRequest request, List<Track> tracks) {
        String series = request.series();
        if (previous == null || series == null || !series.equals(previous.series())) {
            return 0;
        }
        List<Track> before = facts.tracksOf(previous.id());
        Duration even = spacing.get(series);
        if (before.isEmpty() || even == null) {
            return 0;
        }
        Duration gap =
                Duration.between(before.get(0).bot(), tracks.get(0).bot()).abs();
        return near(gap.minus(even), even);
    }

    /** 1 where there is no difference, falling linearly to 0. */
    private static double near(Duration difference, Duration far) {
        return 1 - Math.min(1, ValueFormula.hours(difference.abs()) / ValueFormula.hours(far));
    }

    private double quality(TrackRequest request, List<Track> tracks) {
        double total = 0;
        double length = 0;
        for (Track track : tracks) {
            double hours = ValueFormula.hours(track.duration());
            double sum = 0;
            for (String antenna : track.antennas()) {
                sum += quality(request, track, antenna);
            }
            total += hours * sum / Math.max(1, track.antennas().size());
            length += hours;
        }
        return total / length;
    }

    private double quality(TrackRequest request, Track track, String antenna) {
        ViewPeriod period = facts.viewPeriod(track, antenna);
        if (period == null) {
            return 0;
        }
        Band band = request.band();
        double highest = band == null ? 0 : highestRate(request.spacecraft(), band);
        if (band != null && highest > 0) {
            return period.volumeBits(band, track.tracking()) / (highest * 3600 * ValueFormula.hours(track.duration()));
        }
        PointingTrack pointing = period.pointing();
        if (pointing == null) {
            return 0;
        }
        Instant middle = track.bot().plus(track.duration().dividedBy(2));
        return pointing.at(middle).elevationDeg() / ZENITH_DEG;
    }

    private double highestRate(String spacecraft, Band band) {
        Spacecraft craft = facts.spacecraft(spacecraft);
        return craft == null
                ? 0
                : craft.linkTable().stream()
                        .filter(rate -> rate.band() == band)
                        .mapToDouble(LinkRate::bitsPerS)
                        .max()
                        .orElse(0);
    }
}
