package dev.yeoju.exchange;

import dev.yeoju.model.Geometry;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.Objective.FairnessWeighting;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.SolverOptions;
import java.time.Duration;
import java.util.Objects;

/** {@code geometry}, {@code objective} and {@code solver}. */
final class SettingsReader {
    private static final Range WEIGHT = Range.between(0, 1_000_000);
    private static final Duration SHORTEST_TIME_LIMIT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIME_LIMIT = Duration.ofDays(7);

    private SettingsReader() {}

    static Geometry geometry(Value value) {
        Fields fields = value.object(FieldNames.GEOMETRY);
        Geometry standard = Geometry.DEFAULT;
        if (fields == null) {
            return standard;
        }
        Refraction refraction = fields.get("refraction").choice(Words.REFRACTIONS);
        LimitAction sepAction = fields.get("sepAction").choice(Words.LIMIT_ACTIONS);
        LimitAction keyholeAction = fields.get("keyholeAction").choice(Words.LIMIT_ACTIONS);
        return new Geometry(
                fields.get("lightTime").flag(standard.lightTime()),
                Objects.requireNonNullElse(refraction, standard.refraction()),
                fields.get("occultation").flag(standard.occultation()),
                Objects.requireNonNullElse(sepAction, standard.sepAction()),
                Objects.requireNonNullElse(keyholeAction, standard.keyholeAction()));
    }

    static Objective objective(Value value) {
        Fields fields = value.object(FieldNames.OBJECTIVE);
        if (fields == null) {
            return Objective.Preset.BALANCED.objective();
        }
        Objective.Preset chosen = fields.get("preset").choice(Words.PRESETS);
        Objective preset =
                Objects.requireNonNullElse(chosen, Objective.Preset.BALANCED).objective();
        FairnessWeighting weighting = fields.get("fairnessWeighting").choice(Words.FAIRNESS_WEIGHTINGS);
        return new Objective(
                preset.preset(),
                fields.get("satisfiedBonusHours").number(WEIGHT, preset.satisfiedBonusHours()),
                fields.get("fairnessWeight").number(WEIGHT, preset.fairnessWeight()),
                Objects.requireNonNullElse(weighting, preset.fairnessWeighting()),
                fields.get("worstMissionWeight").number(WEIGHT, preset.worstMissionWeight()),
                change(fields.get("change")));
    }

    private static ChangeCosts change(Value value) {
        Fields fields = value.object(FieldNames.CHANGE);
        ChangeCosts standard = ChangeCosts.DEFAULT;
        if (fields == null) {
            return standard;
        }
        Duration nearSpan = fields.get("nearSpan").duration(Duration.ofSeconds(1));
        Duration tolerance = fields.get("tolerance").duration(Duration.ZERO);
        return new ChangeCosts(
                fields.get("move").number(WEIGHT, standard.move()),
                fields.get("shorten").number(WEIGHT, standard.shorten()),
                fields.get("add").number(WEIGHT, standard.add()),
                fields.get("drop").number(WEIGHT, standard.drop()),
                fields.get("nearFactor").number(WEIGHT, standard.nearFactor()),
                fields.get("at").instant(),
                Objects.requireNonNullElse(nearSpan, standard.nearSpan()),
                Objects.requireNonNullElse(tolerance, standard.tolerance()));
    }

    /** @param standard what absent fields mean */
    static SolverOptions solver(Value value, SolverOptions standard) {
        Fields fields = value.object(FieldNames.SOLVER);
        return fields == null ? standard : solver(fields, standard);
    }

    /** @param standard what absent fields mean */
    static SolverOptions solver(Fields fields, SolverOptions standard) {
        Value limitField = fields.get("timeLimit");
        Duration limit = limitField.anyDuration(SHORTEST_TIME_LIMIT);
        if (limit != null && limit.compareTo(LONGEST_TIME_LIMIT) > 0) {
            limitField.fault("is longer than a week. Maybe \"PT30S\".");
        }
        Long steps = fields.get("stepLimit").integer(0, Long.MAX_VALUE);
        Long seed = fields.get("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE);
        return new SolverOptions(
                Objects.requireNonNullElse(limit, standard.timeLimit()),
                steps == null ? standard.stepLimit() : steps,
                seed == null ? standard.seed() : seed);
    }
}
