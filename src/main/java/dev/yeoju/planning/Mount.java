package dev.yeoju.planning;

import dev.yeoju.model.Mspa;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.SlewRate;
import org.jspecify.annotations.Nullable;

/**
 * What an antenna asks of tracks that follow each other or share its beam.
 *
 * @param slewRate speed of repointing, or null when repointing takes no time
 * @param mspa several spacecraft in one beam, or null when it cannot
 */
record Mount(
        String antenna,
        @Nullable SlewRate slewRate,
        @Nullable Mspa mspa) {
    /** Whether it asks nothing: activities must not overlap, that is all. */
    boolean isPlain() {
        return slewRate == null && mspa == null;
    }

    /** No repointing takes longer; 0 when none takes any time. */
    int longestSlewS() {
        return slewRate == null ? 0 : (int) slewRate.longestSeconds();
    }

    /** Seconds from one direction to another, rounded up; 0 where one of them is not known. */
    int slewS(@Nullable Pointing from, @Nullable Pointing to) {
        return slewRate == null || from == null || to == null ? 0 : (int) slewRate.wholeSecondsBetween(from, to);
    }

    /** Width of the beam that a request needs, degrees; not a number where nobody can share it. */
    double beamWidthDeg(PlanRequest request) {
        return mspa == null ? Double.NaN : mspa.widthDeg(request.source().band());
    }

    /** How many activities can share the beam. */
    int beamHolds() {
        return mspa == null ? 1 : mspa.maxSpacecraft();
    }
}
