package dev.yeoju.planning;

import dev.yeoju.model.Pointing;
import org.jspecify.annotations.Nullable;

/**
 * A track of a request with its activity around it; seconds from the plan's epoch.
 *
 * @param where its antennas and where they point
 */
record Pass(PlanRequest request, PlanOpportunity where, int boaS, int botS, int eotS, int eoaS) {
    /** A track with the setup and teardown that its request asks. */
    static Pass of(PlanRequest request, PlanOpportunity where, int botS, int eotS) {
        return new Pass(request, where, botS - request.setupS(), botS, eotS, eotS + request.teardownS());
    }

    /** How good it is, in millionths; 0 where that is not known. */
    long quality() {
        ViewQuality quality = where.quality();
        return quality == null ? 0 : quality.of(botS, eotS);
    }

    boolean isTrackedWith(Pass other) {
        return botS < other.eotS && other.botS < eotS;
    }

    /** Where an antenna points when the track begins; null where that is not known. */
    @Nullable
    Pointing aimAtBot(int antenna) {
        return where.aims().at(where.antennas().position(antenna), botS);
    }

    /** Where an antenna points when the track ends; null where that is not known. */
    @Nullable
    Pointing aimAtEot(int antenna) {
        return where.aims().at(where.antennas().position(antenna), eotS);
    }
}
