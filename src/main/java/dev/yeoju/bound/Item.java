package dev.yeoju.bound;

/**
 * A stretch of one antenna's time in which a request's track can lie with nothing but other tracks in the way. Seconds
 * after the relaxation's origin.
 *
 * @param request index of the request
 * @param stretch index of the stretch that it is part of
 * @param fromS the activity begins no earlier
 * @param toS the activity ends no later
 * @param setupS time before the track
 * @param teardownS time after the track
 * @param shortestS shortest track
 * @param longestS longest track that is of use
 * @param share index of the array's shares, or −1 for a single antenna
 * @param member which of the array's antennas this is
 */
record Item(
        int request,
        int stretch,
        double fromS,
        double toS,
        double setupS,
        double teardownS,
        double shortestS,
        double longestS,
        int share,
        int member) {
    double overheadS() {
        return setupS + teardownS;
    }

    /** The same in time that runs backward from the given one. */
    Item mirrored(double endS) {
        return new Item(
                request, stretch, endS - toS, endS - fromS, teardownS, setupS, shortestS, longestS, share, member);
    }

    /** The same for all antennas of its array together. */
    Item whole() {
        return new Item(request, stretch, fromS, toS, setupS, teardownS, shortestS, longestS, -1, 0);
    }
}
