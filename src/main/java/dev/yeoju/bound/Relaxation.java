package dev.yeoju.bound;

import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the bound knows of an instance: requests, missions, and for each antenna the stretches of time that they could
 * have. One activity at a time on an antenna stays a rule; all else that couples tracks has a price.
 *
 * @param requests in the instance's order
 * @param terms each request's numbers, by the same index
 * @param missions ids
 * @param fairness what the missions' hours are worth beside the requests' own
 * @param origin of the items' seconds
 * @param stretches all of them; items are these, dealt out to antennas
 * @param lanes antennas; one that can serve several spacecraft in its beam has several
 * @param antennas the antenna's id, by lane
 * @param shares arrays that need their value shared out, with their number of antennas
 * @param exclusives sets of requests that must not be tracked at once on different antennas
 * @param payments what the request's tracks pay for, by request
 * @param covers the times in which its own tracks could meet, by request
 * @param tollCellS length of the cells in which a toll is constant, seconds
 * @param spanS end of the last item, seconds after the origin
 * @param grainMs greatest length, milliseconds, of which every time and length of the items is a multiple; 0 for none
 * @param dropped what it costs to drop all that is published, priority-weighted hours; stretches credit what is kept
 */
record Relaxation(
        List<TrackRequest> requests,
        List<RequestTerms> terms,
        List<String> missions,
        MissionTerms fairness,
        Instant origin,
        List<Stretch> stretches,
        List<List<Item>> lanes,
        List<String> antennas,
        List<Share> shares,
        List<Exclusive> exclusives,
        List<List<Payment>> payments,
        List<Cover> covers,
        double tollCellS,
        double spanS,
        long grainMs,
        double dropped) {
    /**
     * @param mission index
     * @param weight w
     * @param bonus w·B, priority-weighted hours
     * @param preferredHours P
     * @param minHours least hours that count as served
     * @param maxTracks k
     */
    record RequestTerms(
            int mission, double weight, double bonus, double preferredHours, double minHours, int maxTracks) {
        boolean split() {
            return maxTracks > 1;
        }
    }

    /**
     * @param id stable name of the array's stretch
     * @param members number of antennas
     * @param request index of the request
     */
    record Share(String id, int members, int request) {}

    /**
     * @param id stable name
     * @param priced which cells can hold two of its tracks at once
     */
    record Exclusive(String id, boolean[] priced) {}

    /**
     * @param exclusive index
     * @param part of the toll; less than 1 for those who may be tracked at once with some others of it
     */
    record Payment(int exclusive, double part) {}

    /**
     * Cells of time in which a request's own tracks take each other's place: each at most once where it is served, not at
     * all where it is not.
     *
     * @param firstCell toll cell in which the first begins
     * @param width toll cells in each
     * @param cells number, 0 for none
     */
    record Cover(int firstCell, int width, int cells) {
        static final Cover NONE = new Cover(0, 1, 0);

        /** The cell's index that holds the given toll cell; −1 where there is none. */
        int at(int tollCell) {
            int index = Math.floorDiv(tollCell - firstCell, width);
            return index < cells && index >= 0 ? index : -1;
        }
    }

    double secondsAt(Instant instant) {
        Duration since = Duration.between(origin, instant);
        return since.toSeconds() + since.getNano() * 1e-9;
    }

    Instant instantAt(double seconds) {
        return origin.plusMillis(Math.round(seconds * 1000));
    }
}
