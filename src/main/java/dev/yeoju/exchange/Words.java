package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.Body;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Service;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrajectorySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words of a format by what they mean. */
final class Words {
    static final Map<String, Band> BANDS = of(Band.values(), Band::label);
    static final Map<String, Objective.Preset> PRESETS = of(Objective.Preset.values(), Objective.Preset::label);

    static final Map<String, TrajectorySpec.Axes> AXES = of(TrajectorySpec.Axes.class);
    static final Map<String, Body> BODIES = of(Body.class);
    static final Map<String, TrajectorySpec.LibrationOrbit> LIBRATION_ORBITS = of(TrajectorySpec.LibrationOrbit.class);
    static final Map<String, Service> SERVICES = of(Service.class);
    static final Map<String, Exclusive> EXCLUSIVES = of(Exclusive.class);
    static final Map<String, Tie.Type> TIE_TYPES = of(Tie.Type.class);
    static final Map<String, Refraction> REFRACTIONS = of(Refraction.class);
    static final Map<String, LimitAction> LIMIT_ACTIONS = of(LimitAction.class);
    static final Map<String, Objective.FairnessWeighting> FAIRNESS_WEIGHTINGS = of(Objective.FairnessWeighting.class);
    static final Map<String, Schedule.Status> STATUSES = of(Schedule.Status.class);
    static final Map<String, ReasonCode> REASON_CODES = of(ReasonCode.class);

    private Words() {}

    /** An enumeration whose constants are written as they are. */
    private static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        return of(type.getEnumConstants(), Enum::name);
    }

    /** Some constants of an enumeration, written as they are. */
    @SafeVarargs
    static <E extends Enum<E>> Map<String, E> only(E... constants) {
        return of(constants, Enum::name);
    }

    private static <E> Map<String, E> of(E[] constants, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        List<E> all = Arrays.asList(constants);
        all.forEach(constant -> words.put(word.apply(constant), constant));
        return Collections.unmodifiableMap(words);
    }
}
