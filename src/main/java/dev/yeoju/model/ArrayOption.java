package dev.yeoju.model;

import java.util.List;

/**
 * One way to serve a request: all of these antennas together. Mostly it is a single one.
 *
 * @param antennas ids, no two the same; never empty
 */
public record ArrayOption(List<String> antennas) {
    public ArrayOption {
        antennas = List.copyOf(antennas);
        if (antennas.isEmpty()) {
            throw new IllegalArgumentException("An array needs at least one antenna.");
        }
    }

    public static ArrayOption single(String antenna) {
        return new ArrayOption(List.of(antenna));
    }
}
