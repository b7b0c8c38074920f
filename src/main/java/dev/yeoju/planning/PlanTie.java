package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.List;

/**
 * A bond between two requests, binding when both have tracks. A split request counts from its first begin to its last
 * end; an overlap is asked of any two of the tracks; simultaneous requests have the same tracks, one by one.
 *
 * @param first the request that names the tie
 * @param second the request that it names
 * @param minS least gap or overlap, seconds; 0 where none is given
 * @param maxS greatest gap, seconds; {@link #UNLIMITED} where none is given
 */
record PlanTie(Tie.Type type, PlanRequest first, PlanRequest second, int minS, int maxS) {
    static final int UNLIMITED = Integer.MAX_VALUE / 4;

    /** A track of one of the two. */
    record Placed(int botS, int eotS, AntennaSet antennas) {
        static Placed of(Slot slot) {
            return new Placed(slot.botS(), slot.eotS(), slot.opportunity().antennas());
        }
    }

    PlanRequest other(PlanRequest one) {
        return one == first ? second : first;
    }

    boolean is(Tie.Type asked) {
        return type == asked;
    }

    /** By how much the tracks break it, none of a request included: 1 for one of two simultaneous requests alone. */
    long broken(List<Placed> firsts, List<Placed> seconds) {
        if (firsts.isEmpty() || seconds.isEmpty()) {
            return is(Tie.Type.SIMULTANEOUS) && firsts.isEmpty() != seconds.isEmpty() ? 1 : 0;
        }
        return brokenS(firsts, seconds);
    }

    /**
     * By how many seconds the tracks break it; 0 when they keep it.
     *
     * @param firsts tracks of the first request, at least one
     * @param seconds tracks of the second request, at least one
     */
    long brokenS(List<Placed> firsts, List<Placed> seconds) {
        return switch (type) {
            case SEPARATION ->
                firstBotS(firsts) <= firstBotS(seconds) ? gapBrokenS(firsts, seconds) : gapBrokenS(seconds, firsts);
            case BEFORE -> gapBrokenS(firsts, seconds);
            case OVERLAP -> Math.max(0, Math.max(1, minS) - overlapS(firsts, seconds));
            case SIMULTANEOUS -> differenceS(firsts, seconds);
        };
    }

    private long gapBrokenS(List<Placed> earlier, List<Placed> later) {
        long gapS = (long) firstBotS(later) - lastEotS(earlier);
        return Math.max(0, minS - gapS) + Math.max(0, gapS - maxS);
    }

    private static long overlapS(List<Placed> firsts, List<Placed> seconds) {
        long bestS = 0;
        for (Placed one : firsts) {
            for (Placed other : seconds) {
                if (one.antennas().isApartFrom(other.antennas())) {
                    bestS = Math.max(
                            bestS, (long) Math.min(one.eotS(), other.eotS()) - Math.max(one.botS(), other.botS()));
                }
            }
        }
        return bestS;
    }

    /** The sum of the differences of begins and ends; a second for each track too many and each shared antenna. */
    private static long differenceS(List<Placed> firsts, List<Placed> seconds) {
        List<Placed> ones = inTime(firsts);
        List<Placed> others = inTime(seconds);
        long differenceS = Math.abs(ones.size() - others.size());
        for (int k = 0; k < Math.min(ones.size(), others.size()); k++) {
            Placed one = ones.get(k);
            Placed other = others.get(k);
            differenceS += Math.abs(one.botS() - other.botS()) + Math.abs(one.eotS() - other.eotS());
            differenceS += one.antennas().isApartFrom(other.antennas()) ? 0 : 1;
        }
        return differenceS;
    }

    private static List<Placed> inTime(List<Placed> tracks) {
        return tracks.stream()
                .sorted((one, other) -> one.botS() != other.botS()
                        ? Integer.compare(one.botS(), other.botS())
                        : Integer.compare(one.eotS(), other.eotS()))
                .toList();
    }

    static int firstBotS(List<Placed> tracks) {
        int firstS = Integer.MAX_VALUE;
        for (Placed track : tracks) {
            firstS = Math.min(firstS, track.botS());
        }
        return firstS;
    }

    static int lastEotS(List<Placed> tracks) {
        int lastS = Integer.MIN_VALUE;
        for (Placed track : tracks) {
            lastS = Math.max(lastS, track.eotS());
        }
        return lastS;
    }
}
