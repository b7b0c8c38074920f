package dev.yeoju.planning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What assignments had before each change, in the order of the changes. */
final class Journal {
    private int[] assignment = new int[32];
    private @Nullable PlanOpportunity[] opportunity = new PlanOpportunity[32];
    private int[] botS = new int[32];
    private int[] eotS = new int[32];
    private int size;

    int size() {
        return size;
    }

    int assignment(int entry) {
        return assignment[entry];
    }

    @Nullable
    PlanOpportunity opportunity(int entry) {
        return opportunity[entry];
    }

    int botS(int entry) {
        return botS[entry];
    }

    int eotS(int entry) {
        return eotS[entry];
    }

    void add(int changed, @Nullable PlanOpportunity beforeWhere, int beforeBotS, int beforeEotS) {
        if (size == assignment.length) {
            assignment = Arrays.copyOf(assignment, 2 * size);
            opportunity = Arrays.copyOf(opportunity, 2 * size);
            botS = Arrays.copyOf(botS, 2 * size);
            eotS = Arrays.copyOf(eotS, 2 * size);
        }
        assignment[size] = changed;
        opportunity[size] = beforeWhere;
        botS[size] = beforeBotS;
        eotS[size] = beforeEotS;
        size++;
    }

    void clear() {
        size = 0;
    }
}
