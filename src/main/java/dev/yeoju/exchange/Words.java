package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.Objective;
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

    private Words() {}

    /** An enumeration whose constants are written as they are. */
    static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
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
