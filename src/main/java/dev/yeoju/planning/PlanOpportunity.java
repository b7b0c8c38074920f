package dev.yeoju.planning;

import dev.yeoju.model.ArrayOption;

/**
 * A stretch of time in which one request can be tracked in one way; seconds from the plan's epoch.
 *
 * @param index position among its request's opportunities
 * @param option the antennas, all of them together
 * @param antennas their indices in the plan
 * @param startS first second in which a track may begin
 * @param endS last second at which a track may end
 */
record PlanOpportunity(int index, ArrayOption option, AntennaSet antennas, int startS, int endS) {
    int lengthS() {
        return endS - startS;
    }
}
