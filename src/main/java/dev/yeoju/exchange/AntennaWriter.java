package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Site;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Unavailability;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Antenna} -> an object of {@code antennas}. */
final class AntennaWriter {
    private AntennaWriter() {}

    static ObjectNode antenna(Antenna antenna) {
        ObjectNode node = JsonTree.object()
                .put("id", antenna.id())
                .put("name", antenna.name())
                .put("complex", antenna.complex());
        Site site = antenna.site();
        if (site != null) {
            ObjectNode place = JsonTree.object();
            place.set("latitudeDeg", JsonTree.number(site.latitudeDeg()));
            place.set("longitudeDeg", JsonTree.number(site.longitudeDeg()));
            place.set("altitudeM", JsonTree.number(site.altitudeM()));
            node.set("site", place);
        }
        if (!antenna.bands().isEmpty()) {
            node.set(
                    "bands",
                    JsonTree.texts(
                            antenna.bands().stream().sorted().map(Band::label).toList()));
        }
        node.set("elevationMask", mask(antenna.elevationMask()));
        node.set("uplinkMinElevationDeg", JsonTree.number(antenna.uplinkMinElevationDeg()));
        node.set("keyholeElevationDeg", JsonTree.number(antenna.keyholeElevationDeg()));
        SlewRate slewRate = antenna.slewRate();
        if (slewRate != null) {
            ObjectNode rates = JsonTree.object();
            rates.set("azimuthDegPerS", JsonTree.number(slewRate.azimuthDegPerS()));
            rates.set("elevationDegPerS", JsonTree.number(slewRate.elevationDegPerS()));
            node.set("slewRate", rates);
        }
        if (Double.isFinite(antenna.trackingRateDegPerS())) {
            node.set("trackingRateDegPerS", JsonTree.number(antenna.trackingRateDegPerS()));
        }
        if (!antenna.minSepDeg().isEmpty()) {
            node.set("minSepDeg", byBand(antenna.minSepDeg()));
        }
        Mspa mspa = antenna.mspa();
        if (mspa != null) {
            ObjectNode beam = JsonTree.object().put("maxSpacecraft", mspa.maxSpacecraft());
            beam.set("beamWidthDeg", byBand(mspa.beamWidthDeg()));
            node.set("mspa", beam);
        }
        if (!antenna.unavailable().isEmpty()) {
            node.set("unavailable", JsonTree.array(antenna.unavailable(), AntennaWriter::unavailability));
        }
        return node;
    }

    static ArrayNode mask(ElevationMask mask) {
        return JsonTree.array(mask.points(), point -> {
            ObjectNode node = JsonTree.object();
            node.set("azimuthDeg", JsonTree.number(point.azimuthDeg()));
            node.set("elevationDeg", JsonTree.number(point.elevationDeg()));
            return node;
        });
    }

    private static ObjectNode unavailability(Unavailability time) {
        ObjectNode node = JsonTree.interval(time.interval());
        node.put("reason", time.reason());
        if (time.every() != null) {
            node.put("every", time.every().toString());
        }
        return node;
    }

    private static ObjectNode byBand(Map<Band, Double> numbers) {
        ObjectNode node = JsonTree.object();
        for (Band band : Band.values()) {
            Double number = numbers.get(band);
            if (number != null) {
                node.set(band.label(), JsonTree.number(number));
            }
        }
        return node;
    }
}
