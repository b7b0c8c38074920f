package dev.yeoju.bound;

/**
 * A stretch of one antenna's time in which a request's track can lie with nothing but other tracks in the way. Seconds
 * after the relaxation's origin.
 *
 * @param request index of the request
 * @param fromS the activity begins no earlier
 * @param toS the activity ends no later
 * @param setupS time before the track
 * @param teardownS time after the track
 * @param shortestS shortest track
 * @param longestS longest track that is of use
 * @param share index of the array's shares, or −1 for a single antenna
 * @param member which of the array's antennas this is
 * @param toll index of the tolls that its track pays, or −1 for none
 */
record Item(
        int request,
        double fromS,
        double toS,
        double setupS,
        double teardownS,
        double shortestS,
        double longestS,
        int share,
        int member,
        int toll) {
    double overheadS() {
        return setupS + teardownS;
    }
}
