package dev.yeoju.planning;

import static dev.yeoju.planning.PlanFixtures.antenna;
import static dev.yeoju.planning.PlanFixtures.minutes;
import static dev.yeoju.planning.PlanFixtures.spacecraft;
import static dev.yeoju.planning.PlanFixtures.view;

import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.List;

/** Plans for the tests of constraints: two antennas that see three spacecraft all day; times are minutes. */
final class ConstraintCase {
    static final Objective FAIR = Objective.Preset.FAIR.objective();
    static final Objective BALANCED = Objective.Preset.BALANCED.objective();

    private ConstraintCase() {}

    /** Two antennas, of which A is down from 600 to 660 minutes, and two spacecraft of one mission, another apart. */
    static ProblemInstance instance(Objective objective, TrackRequest... requests) {
        List<ViewPeriod> views = new ArrayList<>();
        for (String antenna : List.of("A", "B")) {
            for (String craft : List.of("X1", "X2", "Y")) {
                views.add(view(antenna, craft, 0, 1440));
            }
        }
        return PlanFixtures.instance(
                objective,
                List.of(antenna("A", minutes(600, 660)), antenna("B")),
                List.of(spacecraft("X1", "X"), spacecraft("X2", "X"), spacecraft("Y", "Y")),
                List.of(requests),
                views);
    }

    static PassPlan plan(Objective objective, TrackRequest... requests) {
        return PlanBuilder.build(instance(objective, requests));
    }

    /** Gives the numbered assignment a track on an option of its request, minutes from the start. */
    static void put(PassPlan plan, int assignment, int opportunity, long fromMinute, long toMinute) {
        PassAssignment entity = plan.assignments().get(assignment);
        PlanRequest request = entity.request();
        entity.setSlot(Slot.of(
                plan.model(),
                assignment,
                request,
                request.opportunities().get(opportunity),
                (int) fromMinute * 60,
                (int) toMinute * 60));
    }

    static Object[] facts(PassPlan plan) {
        List<Object> facts = new ArrayList<>(plan.assignments());
        facts.addAll(plan.downtimes());
        facts.addAll(plan.model().missions());
        facts.addAll(plan.model().ties().all());
        facts.addAll(plan.model().pins());
        facts.add(plan.model().lost());
        facts.addAll(plan.countedRequests());
        return facts.toArray();
    }
}
