package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.List;
import org.orekit.files.ccsds.ndm.odm.opm.Opm;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/** CCSDS Orbit Parameter Messages (502.0), KVN and XML: one state and its centre. */
final class OpmReader {
    /** Mass that Orekit asks for where the message gives none; nothing here depends on it. */
    private static final double DEFAULT_MASS_KG = 1000;

    private final OrekitContext context;

    OpmReader(OrekitContext context) {
        this.context = context;
    }

    /** @param state about the centre on ICRF axes */
    record Content(Center center, AbsoluteDate epoch, PVCoordinates state, List<String> warnings) {}

    /** @throws EphemerisException when the file cannot be used, with its name and what to do */
    Content read(EphemerisFile file) {
        CcsdsText text = new CcsdsText(file);
        text.requireTimeSystem();
        Opm opm;
        try {
            opm = CcsdsText.parsers(context)
                    .withDefaultMass(DEFAULT_MASS_KG)
                    .buildOpmParser()
                    .parseMessage(text.source());
        } catch (RuntimeException e) {
            throw text.unreadable("CCSDS OPM", e);
        }
        Center center = CcsdsFrames.center(file.name(), opm.getMetadata().getCenter());
        if (center.body() == null) {
            throw new EphemerisException(
                    file.name(),
                    opm.getMetadata().getCenter().getName(),
                    "CENTER_NAME (" + opm.getMetadata().getCenter().getName()
                            + ") is no body to orbit. Maybe convert the file to EARTH, MOON, SUN or MARS.");
        }
        CcsdsFrames frames =
                new CcsdsFrames(context, file.name(), center, opm.getMetadata().getReferenceFrame());
        TimeStampedPVCoordinates state = frames.toIcrf(opm.getPVCoordinates());
        List<String> warnings = new ArrayList<>();
        if (opm.hasManeuvers()) {
            warnings.add("The manoeuvres of the OPM (" + file.name() + ", " + opm.getNbManeuvers()
                    + ") are not flown. Maybe give an OEM that holds them.");
        }
        return new Content(center, state.getDate(), state, warnings);
    }
}
