package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.ArrayList;
import java.util.List;

/** Where the ties of a request let a track of it lie, as the plan stands. */
final class TieWindows {
    static final Window ANYWHERE =
            new Window(-PlanTie.UNLIMITED, PlanTie.UNLIMITED, PlanTie.UNLIMITED, -PlanTie.UNLIMITED);
    private static final List<Window> NO_TIES = List.of(ANYWHERE);

    private final PlanState state;

    TieWindows(PlanState state) {
        this.state = state;
    }

    /**
     * A choice of bounds on one track.
     *
     * @param fromS begin of track at the earliest
     * @param untilS end of track at the latest
     * @param botAtMostS begin of track at the latest
     * @param eotAtLeastS end of track at the earliest
     */
    record Window(int fromS, int untilS, int botAtMostS, int eotAtLeastS) {
        Window and(Window other) {
            return new Window(
                    Math.max(fromS, other.fromS),
                    Math.min(untilS, other.untilS),
                    Math.min(botAtMostS, other.botAtMostS),
                    Math.max(eotAtLeastS, other.eotAtLeastS));
        }

        boolean isPossible() {
            return fromS < untilS && fromS <= botAtMostS && eotAtLeastS <= untilS;
        }

        private static Window inside(long fromS, long untilS) {
            return new Window(bounded(fromS), bounded(untilS), PlanTie.UNLIMITED, -PlanTie.UNLIMITED);
        }

        static Window touching(long botAtMostS, long eotAtLeastS) {
            return new Window(-PlanTie.UNLIMITED, PlanTie.UNLIMITED, bounded(botAtMostS), bounded(eotAtLeastS));
        }

        private static int bounded(long second) {
            return (int) Math.max(-PlanTie.UNLIMITED, Math.min(PlanTie.UNLIMITED, second));
        }
    }

    /** The choices for one more track of the request on these antennas; empty when there is none. */
    List<Window> of(PlanRequest request, AntennaSet antennas) {
        if (!request.tied()) {
            return NO_TIES;
        }
        List<PlanTie> ties = state.model().ties().of(request);
        List<PlanTie.Placed> own = state.placed(request);
        List<Window> windows = NO_TIES;
        for (PlanTie tie : ties) {
            List<PlanTie.Placed> others = state.placed(tie.other(request));
            if (!others.isEmpty()) {
                windows = both(windows, choices(tie, request, antennas, own, others));
            }
        }
        return windows;
    }

    private static List<Window> choices(
            PlanTie tie,
            PlanRequest request,
            AntennaSet antennas,
            List<PlanTie.Placed> own,
            List<PlanTie.Placed> others) {
        return switch (tie.type()) {
            case SEPARATION -> separated(tie, own, others);
            case BEFORE -> List.of(tie.first() == request ? before(tie, own, others) : after(tie, own, others));
            case OVERLAP -> overlapping(tie, antennas, own, others);
            case SIMULTANEOUS -> simultaneous(antennas, own, others);
        };
    }

    private static List<Window> separated(PlanTie tie, List<PlanTie.Placed> own, List<PlanTie.Placed> others) {
        Window before = before(tie, own, others);
        Window after = after(tie, own, others);
        if (own.isEmpty()) {
            return List.of(before, after);
        }
        return List.of(PlanTie.firstBotS(own) < PlanTie.firstBotS(others) ? before : after);
    }

    private static Window before(PlanTie tie, List<PlanTie.Placed> own, List<PlanTie.Placed> others) {
        long otherS = PlanTie.firstBotS(others);
        Window inside = Window.inside(-PlanTie.UNLIMITED, otherS - tie.minS());
        boolean nearEnough = !own.isEmpty() && otherS - PlanTie.lastEotS(own) <= tie.maxS();
        return nearEnough ? inside : inside.and(Window.touching(PlanTie.UNLIMITED, otherS - tie.maxS()));
    }

    private static Window after(PlanTie tie, List<PlanTie.Placed> own, List<PlanTie.Placed> others) {
        long otherS = PlanTie.lastEotS(others);
        Window inside = Window.inside(otherS + tie.minS(), PlanTie.UNLIMITED);
        boolean nearEnough = !own.isEmpty() && PlanTie.firstBotS(own) - otherS <= tie.maxS();
        return nearEnough ? inside : inside.and(Window.touching(otherS + tie.maxS(), -PlanTie.UNLIMITED));
    }

    private static List<Window> overlapping(
            PlanTie tie, AntennaSet antennas, List<PlanTie.Placed> own, List<PlanTie.Placed> others) {
        if (!own.isEmpty()) {
            return NO_TIES;
        }
        int leastS = Math.max(1, tie.minS());
        List<Window> windows = new ArrayList<>();
        for (PlanTie.Placed other : others) {
            if (antennas.isApartFrom(other.antennas())) {
                windows.add(Window.touching((long) other.eotS() - leastS, (long) other.botS() + leastS));
            }
        }
        return windows;
    }

    /** The times of the other's tracks that have no like yet; anywhere when all have, for the other follows. */
    private static List<Window> simultaneous(
            AntennaSet antennas, List<PlanTie.Placed> own, List<PlanTie.Placed> others) {
        if (own.size() >= others.size()) {
            return NO_TIES;
        }
        List<Window> windows = new ArrayList<>();
        for (PlanTie.Placed other : others) {
            boolean alone = own.stream().noneMatch(one -> one.botS() == other.botS() && one.eotS() == other.eotS());
            if (alone && antennas.isApartFrom(other.antennas())) {
                windows.add(new Window(other.botS(), other.eotS(), other.botS(), other.eotS()));
            }
        }
        return windows;
    }

    private static List<Window> both(List<Window> some, List<Window> others) {
        List<Window> windows = new ArrayList<>();
        for (Window one : some) {
            for (Window other : others) {
                Window shared = one.and(other);
                if (shared.isPossible()) {
                    windows.add(shared);
                }
            }
        }
        return windows;
    }

    /** How far a taken track may be stretched: its begin no earlier and its end no later than this. */
    Window around(int assignment) {
        PlanRequest request = state.request(assignment);
        Window window = ANYWHERE;
        if (!request.tied()) {
            return window;
        }
        for (PlanTie tie : state.model().ties().of(request)) {
            List<PlanTie.Placed> others = state.placed(tie.other(request));
            if (others.isEmpty() || tie.is(Tie.Type.OVERLAP)) {
                continue;
            }
            if (tie.is(Tie.Type.SIMULTANEOUS)) {
                window = window.and(Window.inside(state.botS(assignment), state.eotS(assignment)));
            } else if (state.botS(assignment) < PlanTie.firstBotS(others)) {
                window = window.and(Window.inside(-PlanTie.UNLIMITED, (long) PlanTie.firstBotS(others) - tie.minS()));
            } else {
                window = window.and(Window.inside((long) PlanTie.lastEotS(others) + tie.minS(), PlanTie.UNLIMITED));
            }
        }
        return window;
    }
}
