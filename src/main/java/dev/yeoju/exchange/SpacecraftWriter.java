package dev.yeoju.exchange;

import dev.yeoju.model.LinkRate;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Elements;
import dev.yeoju.model.TrajectorySpec.Forces;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@link Spacecraft} -> an object of {@code spacecraft}. */
final class SpacecraftWriter {
    private SpacecraftWriter() {}

    static ObjectNode spacecraft(Spacecraft spacecraft) {
        ObjectNode node = JsonTree.object()
                .put("id", spacecraft.id())
                .put("name", spacecraft.name())
                .put("mission", spacecraft.mission());
        if (spacecraft.trajectory() != null) {
            node.set("trajectory", trajectory(spacecraft.trajectory()));
        }
        if (!spacecraft.windows().isEmpty()) {
            node.set("windows", JsonTree.array(spacecraft.windows(), JsonTree::interval));
        }
        if (!spacecraft.linkTable().isEmpty()) {
            node.set("linkTable", JsonTree.array(spacecraft.linkTable(), SpacecraftWriter::linkRate));
        }
        return node;
    }

    private static ObjectNode linkRate(LinkRate row) {
        ObjectNode node = JsonTree.object().put("band", row.band().label());
        node.set("maxRangeKm", JsonTree.number(row.maxRangeKm()));
        node.set("minElevationDeg", JsonTree.number(row.minElevationDeg()));
        node.set("bitsPerS", JsonTree.number(row.bitsPerS()));
        return node;
    }

    static ObjectNode trajectory(TrajectorySpec trajectory) {
        ObjectNode node = JsonTree.object();
        if (trajectory instanceof TrajectorySpec.Oem oem) {
            return source(node.put("type", "oem"), oem);
        } else if (trajectory instanceof TrajectorySpec.Horizons horizons) {
            return source(node.put("type", "horizons"), horizons);
        } else if (trajectory instanceof TrajectorySpec.Opm opm) {
            return forces(source(node.put("type", "opm"), opm), opm.forces());
        } else if (trajectory instanceof TrajectorySpec.Tle tle) {
            return node.put("type", "tle").put("line1", tle.line1()).put("line2", tle.line2());
        } else if (trajectory instanceof TrajectorySpec.Keplerian keplerian) {
            node.put("type", "keplerian")
                    .put("center", keplerian.center().name())
                    .put("frame", keplerian.frame().name())
                    .put("epoch", keplerian.epoch().toString());
            node.set("elements", elements(keplerian.elements()));
            return forces(node, keplerian.forces());
        } else if (trajectory instanceof TrajectorySpec.Surface surface) {
            node.put("type", "surface").put("body", surface.body().name());
            node.set("latitudeDeg", JsonTree.number(surface.latitudeDeg()));
            node.set("longitudeDeg", JsonTree.number(surface.longitudeDeg()));
            node.set("altitudeM", JsonTree.number(surface.altitudeM()));
            node.set("elevationMask", AntennaWriter.mask(surface.mask()));
            return node;
        } else if (trajectory instanceof TrajectorySpec.Libration libration) {
            node.put("type", "libration").put("orbit", libration.orbit().name());
            ObjectNode parameters = JsonTree.object();
            new TreeMap<>(libration.parameters())
                    .forEach((name, number) -> parameters.set(name, JsonTree.number(number)));
            node.set("parameters", parameters);
            if (libration.epoch() != null) {
                node.put("epoch", libration.epoch().toString());
            }
            return node;
        } else if (trajectory instanceof TrajectorySpec.Delayed delayed) {
            node.put("type", "delayed").put("by", delayed.by().toString());
            node.set("trajectory", trajectory(delayed.trajectory()));
            return node;
        }
        throw new IllegalArgumentException("The trajectory (" + trajectory + ") is of no known type.");
    }

    private static ObjectNode source(ObjectNode node, TrajectorySpec.FromFile source) {
        if (source.file() != null) {
            node.put("file", source.file());
        }
        if (source.ephemeris() != null) {
            node.put("ephemeris", source.ephemeris());
        }
        return node;
    }

    private static ObjectNode elements(Elements elements) {
        ObjectNode node = JsonTree.object();
        node.set("semiMajorAxisKm", JsonTree.number(elements.semiMajorAxisKm()));
        node.set("eccentricity", JsonTree.number(elements.eccentricity()));
        node.set("inclinationDeg", JsonTree.number(elements.inclinationDeg()));
        node.set("raanDeg", JsonTree.number(elements.raanDeg()));
        node.set("argumentOfPericenterDeg", JsonTree.number(elements.argumentOfPericenterDeg()));
        node.set(
                elements.anomalyKind() == AnomalyKind.TRUE ? "trueAnomalyDeg" : "meanAnomalyDeg",
                JsonTree.number(elements.anomalyDeg()));
        node.set("raanRateDegPerDay", JsonTree.number(elements.raanRateDegPerDay()));
        node.set("argumentOfPericenterRateDegPerDay", JsonTree.number(elements.argumentOfPericenterRateDegPerDay()));
        return node;
    }

    private static ObjectNode forces(ObjectNode node, @Nullable Forces forces) {
        if (forces == null) {
            return node;
        }
        ObjectNode written = JsonTree.object();
        written.set(
                "thirdBodies",
                JsonTree.texts(
                        forces.thirdBodies().stream().sorted().map(Enum::name).toList()));
        written.put("j2", forces.j2());
        if (forces.solarRadiation() != null) {
            ObjectNode radiation = JsonTree.object();
            radiation.set(
                    "areaToMassM2PerKg", JsonTree.number(forces.solarRadiation().areaToMassM2PerKg()));
            radiation.set(
                    "reflectivity", JsonTree.number(forces.solarRadiation().reflectivity()));
            written.set("solarRadiation", radiation);
        }
        node.set("forces", written);
        return node;
    }
}
