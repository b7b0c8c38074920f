package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import java.util.Locale;
import org.orekit.files.ccsds.definitions.BodyFacade;
import org.orekit.files.ccsds.definitions.CelestialBodyFrame;
import org.orekit.files.ccsds.definitions.FrameFacade;
import org.orekit.frames.Frame;
import org.orekit.frames.Transform;
import org.orekit.utils.TimeStampedPVCoordinates;

/** CENTER_NAME and REF_FRAME of a CCSDS message, and its states carried to ICRF axes. */
final class CcsdsFrames {
    private final Frame gcrf;
    private final Frame axes;
    private final boolean icrf;

    /**
     * @param where file, for messages
     * @throws EphemerisException when the frame is not supported about that centre
     */
    CcsdsFrames(OrekitContext context, String where, Center center, FrameFacade frame) {
        CelestialBodyFrame named = frame.asCelestialBodyFrame();
        this.gcrf = context.gcrf();
        Frame orekit = frame.asFrame();
        boolean inertial = named == CelestialBodyFrame.EME2000
                || named == CelestialBodyFrame.J2000
                || named == CelestialBodyFrame.GCRF
                || named == CelestialBodyFrame.ICRF;
        if (orekit == null || (!inertial && (center.body() != Body.EARTH || named == CelestialBodyFrame.MCI))) {
            throw new EphemerisException(
                    where,
                    frame.getName(),
                    "REF_FRAME (" + frame.getName()
                            + ") is not supported about this CENTER_NAME. Maybe convert the file to"
                            + " EME2000, GCRF or ICRF (about EARTH, ITRF, TEME and TOD work too).");
        }
        this.icrf = named == CelestialBodyFrame.GCRF || named == CelestialBodyFrame.ICRF;
        this.axes = orekit;
    }

    /**
     * The centre that a message names.
     *
     * @throws EphemerisException when it is not one of EARTH, MOON, SUN, MARS, SOLAR SYSTEM BARYCENTER
     */
    static Center center(String where, BodyFacade facade) {
        return switch (facade.getName()
                .toUpperCase(Locale.ROOT)
                .replace('_', ' ')
                .strip()) {
            case "EARTH" -> new Center(Body.EARTH);
            case "MOON" -> new Center(Body.MOON);
            case "SUN" -> new Center(Body.SUN);
            case "MARS" -> new Center(Body.MARS);
            case "SOLAR SYSTEM BARYCENTER", "SSB" -> Center.BARYCENTER;
            default ->
                throw new EphemerisException(
                        where,
                        facade.getName(),
                        "CENTER_NAME (" + facade.getName()
                                + ") is not supported. Maybe convert the file to EARTH, MOON, SUN,"
                                + " MARS or SOLAR SYSTEM BARYCENTER.");
        };
    }

    /** A state of the message on ICRF axes, about the same centre. */
    TimeStampedPVCoordinates toIcrf(TimeStampedPVCoordinates state) {
        if (icrf) {
            return state;
        }
        // EME2000 differs by the constant frame bias alone; it is used as axes here, whatever the centre.
        Transform transform = axes.getTransformTo(gcrf, state.getDate());
        return transform.transformPVCoordinates(state);
    }
}
