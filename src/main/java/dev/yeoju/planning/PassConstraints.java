package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.List;
import java.util.stream.Stream;

/** The rules and the objective of docs/problem-format.md, by concern; in each a method a constraint, its name the id. */
public final class PassConstraints implements ConstraintProvider {
    private static final List<ConstraintProvider> CONCERNS = List.of(
            new AntennaConstraints(),
            new BeamConstraints(),
            new RequestConstraints(),
            new ValueConstraints(),
            new PreferenceConstraints());

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return CONCERNS.stream()
                .flatMap(concern -> Stream.of(concern.defineConstraints(factory)))
                .toArray(Constraint[]::new);
    }
}
