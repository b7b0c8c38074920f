package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a problem's requests can refer to.
 *
 * @param horizon what is planned, or null where that is wrong
 * @param antennaIds every antenna's, also those that are wrong in themselves
 * @param antennas those that are right, in the problem's order
 * @param spacecraftIds every spacecraft's
 * @param options the single antennas by the band they serve, filled when asked for
 */
record Known(
        @Nullable Interval horizon,
        Set<String> antennaIds,
        Map<String, Antenna> antennas,
        Set<String> spacecraftIds,
        Map<Optional<Band>, List<ArrayOption>> options) {

    Known(
            @Nullable Interval horizon,
            Set<String> antennaIds,
            Map<String, Antenna> antennas,
            Set<String> spacecraftIds) {
        this(horizon, antennaIds, antennas, spacecraftIds, new HashMap<>());
    }

    /** Every antenna that serves the band (null: any), by itself. One list a band, however many requests share it. */
    List<ArrayOption> antennasFor(@Nullable Band band) {
        return options.computeIfAbsent(
                Optional.ofNullable(band),
                asked -> List.copyOf(antennas.values().stream()
                        .filter(antenna -> antenna.serves(band))
                        .map(antenna -> ArrayOption.single(antenna.id()))
                        .toList()));
    }

    /** Whether the option can receive the band; antennas that are wrong in themselves are trusted to. */
    boolean serves(ArrayOption option, Band band) {
        return option.antennas().stream().allMatch(id -> {
            Antenna antenna = antennas.get(id);
            return antenna == null || antenna.serves(band);
        });
    }
}
