package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Directions;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import java.util.Map;

/** What the rules look up in an instance, whatever its requests and the tracks: it takes longer to make than a few tracks to check. */
record Lookup(
        Map<String, Antenna> antennas, Map<String, Spacecraft> spacecraft, Directions directions, ViewIndex views) {
    static Lookup of(ProblemInstance instance) {
        return new Lookup(
                instance.antennasById(), instance.spacecraftById(), new Directions(instance), new ViewIndex(instance));
    }
}
