package dev.yeoju.planning;

import dev.yeoju.model.Track;
import java.util.List;

/**
 * A track that stays as it is, whatever it breaks; times in seconds from the plan's epoch.
 *
 * @param assignment index of the assignment that holds it: pins come after all that the search may move
 * @param source as it was pinned
 * @param where an opportunity made for it alone: its own antennas from bot to eot
 * @param boaS begin of activity
 * @param eoaS end of activity
 * @param faults the rules that it breaks by itself, for a planner; what it breaks together with others is not among them
 */
record PlanPin(
        int assignment,
        PlanRequest request,
        Track source,
        PlanOpportunity where,
        int boaS,
        int eoaS,
        List<String> faults) {
    PlanPin {
        faults = List.copyOf(faults);
    }

    Pass pass() {
        return new Pass(request, where, boaS, botS(), eotS(), eoaS);
    }

    int botS() {
        return where.startS();
    }

    int eotS() {
        return where.endS();
    }

    PlanTie.Placed placed() {
        return new PlanTie.Placed(botS(), eotS(), where.antennas());
    }
}
