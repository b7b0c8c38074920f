package dev.yeoju.service;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Antennas that take time to repoint, and spacecraft whose directions nobody knows since their view periods are given. */
final class DirectionWarnings {
    private DirectionWarnings() {}

    static List<String> of(List<Antenna> antennas, List<ViewPeriod> viewPeriods) {
        List<String> warnings = new ArrayList<>();
        for (Antenna antenna : antennas) {
            if (antenna.slewRate() == null) {
                continue;
            }
            Set<String> unknown = new LinkedHashSet<>();
            for (ViewPeriod period : viewPeriods) {
                if (period.antenna().equals(antenna.id()) && period.pointing() == null) {
                    unknown.add(period.spacecraft() != null ? period.spacecraft() : "request " + period.request());
                }
            }
            if (!unknown.isEmpty()) {
                warnings.add("Antenna " + antenna.id() + ": repointing to and from " + String.join(", ", unknown)
                        + " takes no time here, since given view periods have no directions.");
            }
        }
        return List.copyOf(warnings);
    }
}
