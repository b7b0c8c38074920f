package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Site;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Antennas and spacecraft for tests: the Korean Deep Space Antenna at KARI's coordinates (kdsa01.tf). */
final class Kdsa {
    static final Site SITE = new Site(37.20723347, 127.62181206, 145.359);

    private Kdsa() {}

    static Antenna antenna(ElevationMask mask) {
        return antenna("KDSA", SITE, mask);
    }

    static Antenna antenna(String id, Site site, ElevationMask mask) {
        return new Antenna(
                id, id, id, site, Set.of(), mask, 10, 90, null, Double.POSITIVE_INFINITY, Map.of(), null, List.of());
    }

    static Spacecraft spacecraft(String id, @Nullable TrajectorySpec trajectory) {
        return new Spacecraft(id, id, id, trajectory, List.of(), List.of());
    }
}
