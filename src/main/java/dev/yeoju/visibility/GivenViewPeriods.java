package dev.yeoju.visibility;

import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.VisibilityService.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** View periods that come with a problem, in the shape of computed ones: bounds alone, nothing known beyond. */
final class GivenViewPeriods {
    private GivenViewPeriods() {}

    /** By antenna and spacecraft, those for one request under no spacecraft; each list by AOS. */
    static Map<Pair, List<ViewPeriod>> byPair(Problem problem) {
        Map<Pair, List<ViewPeriod>> byPair = new HashMap<>();
        for (GivenViewPeriod given : problem.viewPeriods()) {
            byPair.computeIfAbsent(new Pair(given.antenna(), given.spacecraft()), pair -> new ArrayList<>())
                    .add(viewPeriod(given));
        }
        byPair.values().forEach(periods -> periods.sort(Comparator.comparing(ViewPeriod::aos)));
        return byPair;
    }

    private static ViewPeriod viewPeriod(GivenViewPeriod given) {
        return new ViewPeriod(
                given.antenna(),
                given.spacecraft(),
                given.request(),
                given.aos(),
                given.los(),
                given.transmitOn(),
                given.transmitOff(),
                Map.of(),
                null,
                null,
                null,
                null,
                List.of(),
                true);
    }
}
