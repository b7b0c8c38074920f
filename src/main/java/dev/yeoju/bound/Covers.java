package dev.yeoju.bound;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.List;

/** Finds the {@link Relaxation.Cover} of each request that may be served in parts. */
final class Covers {
    private Covers() {}

    /**
     * By request: cells half as long as its shortest track, so that a track fills one at least, from its first stretch to
     * its last.
     */
    static List<Relaxation.Cover> of(List<TrackRequest> requests, List<Stretch> stretches, double tollCellS) {
        int[] first = new int[requests.size()];
        int[] end = new int[requests.size()];
        for (Stretch stretch : stretches) {
            int r = stretch.request();
            int from = (int) Math.max(0, Math.floor(stretch.fromS() / tollCellS));
            first[r] = end[r] == 0 ? from : Math.min(first[r], from);
            end[r] = Math.max(end[r], (int) Math.ceil(stretch.toS() / tollCellS));
        }
        List<Relaxation.Cover> covers = new ArrayList<>();
        for (int r = 0; r < requests.size(); r++) {
            TrackRequest request = requests.get(r);
            // Tracks of a request that excludes nothing may lie side by side.
            if (request.maxTracks() == 1 || request.exclusive() == Exclusive.NONE || end[r] == 0) {
                covers.add(Relaxation.Cover.NONE);
                continue;
            }
            int width = Math.max(1, (int) (StretchFinder.seconds(request.minTrackDuration()) / 2 / tollCellS));
            covers.add(new Relaxation.Cover(first[r], width, (end[r] - first[r] + width - 1) / width));
        }
        return covers;
    }
}
