package dev.yeoju.visibility;

import dev.yeoju.ephemeris.SurfaceSite;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Body;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Spacecraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why an antenna has no view period of a spacecraft: the first rule that left nothing over. */
final class AbsenceFinder {
    private final Antenna antenna;
    private final Spacecraft spacecraft;
    private final TargetMotion motion;
    private final HorizonProfile profile;
    private final List<Arc> arcs = new ArrayList<>();
    private boolean covered;
    private boolean allowed;
    private boolean aboveMask;
    private boolean clear;
    private double highestSine = -1;

    AbsenceFinder(Antenna antenna, Spacecraft spacecraft, TargetMotion motion, HorizonProfile profile) {
        this.antenna = antenna;
        this.spacecraft = spacecraft;
        this.motion = motion;
        this.profile = profile;
    }

    /** Notes what each rule in turn left of an arc. */
    void note(
            Arc arc,
            List<Span> allowedSpans,
            ScoutedFunction elevation,
            List<Span> aboveMaskSpans,
            List<Span> clearSpans) {
        arcs.add(arc);
        covered |= !arc.domain().isEmpty();
        allowed |= !allowedSpans.isEmpty();
        aboveMask |= !aboveMaskSpans.isEmpty();
        clear |= !clearSpans.isEmpty();
        if (!aboveMask) {
            highestSine = Math.max(highestSine, elevation.max());
        }
    }

    Absence find() {
        String who = "Spacecraft " + spacecraft.id();
        if (!covered) {
            return absence(
                    ReasonCode.NEVER_VISIBLE,
                    who + " has no view period on " + antenna.id()
                            + ", because its trajectory covers no part of the horizon.");
        }
        if (!allowed) {
            return absence(
                    ReasonCode.NEVER_VISIBLE,
                    who + " has no view period on " + antenna.id()
                            + ", because none of its windows lies in the horizon and in what its trajectory covers.");
        }
        if (motion.site().isPresent()) {
            double highest = highestAtSite();
            if (highest < 0 && onFarSide(motion.site().get())) {
                return absence(
                        ReasonCode.NEVER_VISIBLE,
                        String.format(
                                Locale.ROOT,
                                "%s is never visible, because the site is on the far side of %s: %s stays below its"
                                        + " horizon (at most %.1f deg elevation there).",
                                who,
                                name(motion.site().get().body()),
                                antenna.id(),
                                degrees(highest)));
            }
        }
        if (!aboveMask) {
            return absence(
                    ReasonCode.BELOW_MASK,
                    String.format(
                            Locale.ROOT,
                            "%s never rises above the elevation mask of %s: it reaches %.2f deg at most, the mask's"
                                    + " lowest point is %.2f deg.",
                            who,
                            antenna.id(),
                            degrees(highestSine),
                            degrees(profile.lowest())));
        }
        if (!clear) {
            return absence(
                    ReasonCode.OCCULTED,
                    who + " is hidden by another body whenever it is above the elevation mask of " + antenna.id()
                            + ".");
        }
        return absence(
                ReasonCode.LANDER_HORIZON,
                String.format(
                        Locale.ROOT,
                        "%s does not see %s above its own horizon while it is above the elevation mask of %s: the antenna"
                                + " reaches %.1f deg elevation there at most.",
                        who,
                        antenna.id(),
                        antenna.id(),
                        degrees(highestAtSite())));
    }

    private double highestAtSite() {
        double highest = -1;
        for (Arc arc : arcs) {
            if (!arc.domain().isEmpty()) {
                highest = Math.max(highest, arc.highestAtSite());
            }
        }
        return highest;
    }

    /** The Moon keeps its prime meridian, longitude zero, towards the Earth; other bodies have no far side. */
    private static boolean onFarSide(SurfaceSite site) {
        return site.body() == Body.MOON && site.bodyFixedPosition().getX() < 0;
    }

    private static String name(Body body) {
        return body == Body.MOON
                ? "the Moon"
                : body.name().charAt(0) + body.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static double degrees(double sine) {
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine))));
    }

    private Absence absence(ReasonCode code, String text) {
        return new Absence(antenna.id(), spacecraft.id(), code, text);
    }
}
