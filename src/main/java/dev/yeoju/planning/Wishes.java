package dev.yeoju.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request prefers among tracks of the same value (docs/problem-format.md, Preferences), in micro-units. Each term
 * is rounded by itself, in sums of whole numbers, so that it does not depend on the order of tracks.
 */
final class Wishes {
    private static final double FAR_HOURS = 12;

    private final double weight;
    private final @Nullable Double preferredS;
    private final boolean hasQuality;
    private final double evenHours;

    /**
     * @param weight the request's priority
     * @param preferredS begin of track that it would like best, seconds from the plan's epoch, or null
     * @param evenHours time between the begins of members of its series when they are even; 0 where it follows none
     * @param hasQuality whether its opportunities know an elevation or a data rate
     */
    Wishes(double weight, @Nullable Double preferredS, double evenHours, boolean hasQuality) {
        this.weight = weight;
        this.preferredS = preferredS;
        this.evenHours = evenHours;
        this.hasQuality = hasQuality;
    }

    /** Whether it asks for anything but few tracks. */
    boolean areMany() {
        return preferredS != null || hasQuality || evenHours > 0;
    }

    boolean hasPreferredTime() {
        return preferredS != null;
    }

    boolean hasQuality() {
        return hasQuality;
    }

    /** Whether it is to be evenly spaced from the request before it. */
    boolean follows() {
        return evenHours > 0;
    }

    /** The begin that it would like best, to the second; only where it has one. */
    int preferredBotS() {
        return preferredS == null ? 0 : (int) Math.round(preferredS);
    }

    int evenS() {
        return (int) Math.round(evenHours * 3600);
    }

    /** T: how near the first begin is to the preferred one. */
    long time(int firstBotS) {
        return preferredS == null ? 0 : near(PlanUnits.hours(1) * (firstBotS - preferredS), FAR_HOURS);
    }

    /** S: how even the time is from the first begin of the request before. */
    long evenness(int firstBotS, int beforeFirstBotS) {
        return evenHours == 0
                ? 0
                : near(PlanUnits.hours(Math.abs((long) firstBotS - beforeFirstBotS)) - evenHours, evenHours);
    }

    /** Q: how high the tracks are or how much data they carry. */
    long quality(List<Pass> tracks) {
        if (!hasQuality) {
            return 0;
        }
        long total = 0;
        long length = 0;
        for (Pass track : tracks) {
            int lengthS = track.eotS() - track.botS();
            total += track.quality() * lengthS;
            length += lengthS;
        }
        return length == 0 ? 0 : Math.round(weight * total / length);
    }

    /** −(n − 1): what several tracks cost. */
    long several(int tracks) {
        return tracks <= 1 ? 0 : -PlanUnits.micro(weight * (tracks - 1));
    }

    private long near(double differenceHours, double farHours) {
        return PlanUnits.micro(weight * (1 - Math.min(1, Math.abs(differenceHours) / farHours)));
    }
}
