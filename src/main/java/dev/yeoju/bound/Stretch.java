package dev.yeoju.bound;

import java.util.List;

/**
 * A stretch of time that a request's activity can have on all antennas of one way to serve it, before it is dealt out to
 * them. Seconds after the relaxation's origin.
 *
 * @param request index of the request
 * @param id stable name
 * @param shortestS shortest track in it
 * @param credit what a track in it is worth by itself: the cost of changes that it saves, less what it causes;
 *     priority-weighted hours
 */
record Stretch(
        int request, List<String> antennas, String id, double fromS, double toS, double shortestS, double credit) {}
