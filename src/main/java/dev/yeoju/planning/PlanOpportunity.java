package dev.yeoju.planning;

import dev.yeoju.model.ArrayOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one request can be tracked in one way; seconds from the plan's epoch.
 *
 * @param index position among its request's opportunities
 * @param option the antennas, all of them together
 * @param antennas their indices in the plan
 * @param startS first second in which a track may begin
 * @param endS last second at which a track may end
 * @param aims where the antennas point, where something asks for it
 * @param quality how good a track in it is, or null where that is not known
 * @param limits indices of the complexes' limits that count a track in it
 * @param isPlain whether nothing but free antennas is asked: no repointing, no shared beam, no limit
 */
record PlanOpportunity(
        int index,
        ArrayOption option,
        AntennaSet antennas,
        int startS,
        int endS,
        Aims aims,
        @Nullable ViewQuality quality,
        List<Integer> limits,
        boolean isPlain) {
    PlanOpportunity {
        limits = List.copyOf(limits);
    }

    int lengthS() {
        return endS - startS;
    }
}
