package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orekit.files.ccsds.ndm.odm.oem.InterpolationMethod;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.files.ccsds.ndm.odm.oem.OemMetadata;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * CCSDS Orbit Ephemeris Messages (502.0), KVN and XML. The interpolation that a segment names is used; without one,
 * cubic Hermite polynomials over the states' positions and velocities, which a manoeuvre disturbs in its own step only.
 *
 * <p>Within a segment, a step counts as a gap when it is longer than two hours and twenty times the median step, or when
 * the cubic across it is wrong by an estimated 100 km or more; an estimate of a kilometre or more is warned.
 */
final class OemReader {
    private static final double GAP_MIN_S = 7200;
    private static final double GAP_MEDIANS = 20;
    private static final double GAP_ERROR_M = 100e3;
    private static final double COARSE_ERROR_M = 1000;
    private static final int MAX_POINTS = 16;

    private final OrekitContext context;

    OemReader(OrekitContext context) {
        this.context = context;
    }

    /**
     * What a message holds.
     *
     * @param states how many, over all segments
     */
    record Content(Center center, Motion motion, int states, List<String> warnings) {}

    /** @throws EphemerisException when the file cannot be used, with its name and what to do */
    Content read(EphemerisFile file) {
        CcsdsText text = new CcsdsText(file);
        text.requireTimeSystem();
        Oem oem;
        try {
            oem = CcsdsText.parsers(context).buildOemParser().parseMessage(text.source());
        } catch (RuntimeException e) {
            throw text.unreadable("CCSDS OEM", e);
        }
        if (oem.getSatellites().size() > 1) {
            String ids = String.join(", ", oem.getSatellites().keySet());
            throw new EphemerisException(
                    file.name(),
                    ids,
                    "The file holds several objects (" + ids + "). Maybe split it into one file an object.");
        }
        return content(file.name(), oem.getSegments());
    }

    private Content content(String name, List<OemSegment> segments) {
        Center center = CcsdsFrames.center(name, segments.get(0).getMetadata().getCenter());
        List<String> warnings = new ArrayList<>();
        List<TabulatedMotion.Segment> tables = new ArrayList<>();
        int states = 0;
        for (OemSegment segment : segments) {
            OemMetadata metadata = segment.getMetadata();
            if (!center.equals(CcsdsFrames.center(name, metadata.getCenter()))) {
                throw new EphemerisException(
                        name,
                        metadata.getCenter().getName(),
                        "CENTER_NAME changes between segments ("
                                + metadata.getCenter().getName() + "). Maybe export the file about one centre.");
            }
            List<TimeStampedPVCoordinates> nodes = nodes(name, center, segment);
            states += nodes.size();
            tables.addAll(usable(name, metadata, nodes, warnings));
        }
        if (tables.isEmpty()) {
            throw new EphemerisException(
                    name,
                    null,
                    "The file has no usable span: START, USEABLE_START, USEABLE_STOP and STOP_TIME leave nothing of its"
                            + " states. Maybe correct those times.");
        }
        TabulatedMotion motion = new TabulatedMotion(tables);
        for (Coverage.Span gap : motion.coverage().gaps()) {
            warnings.add("The ephemeris (" + name + ") has a gap from " + context.instant(gap.start()) + " to "
                    + context.instant(gap.end()) + ": no view periods there.");
        }
        return new Content(center, motion, states, warnings);
    }

    private List<TimeStampedPVCoordinates> nodes(String name, Center center, OemSegment segment) {
        List<TimeStampedPVCoordinates> given = segment.getCoordinates();
        if (given.size() < 2) {
            throw new EphemerisException(
                    name,
                    Integer.toString(given.size()),
                    "A segment has too few states (" + given.size() + ", at least 2). Maybe the file was cut short.");
        }
        CcsdsFrames frames =
                new CcsdsFrames(context, name, center, segment.getMetadata().getReferenceFrame());
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>(given.size());
        AbsoluteDate before = AbsoluteDate.PAST_INFINITY;
        for (TimeStampedPVCoordinates state : given) {
            if (!state.getDate().isAfter(before)) {
                throw new EphemerisException(
                        name,
                        context.instant(state.getDate()).toString(),
                        "The states are not in order of time: the one of " + context.instant(state.getDate())
                                + " does not come after the one before it. Maybe sort them and drop the double.");
            }
            if (!finite(state)) {
                throw new EphemerisException(
                        name,
                        context.instant(state.getDate()).toString(),
                        "The state of " + context.instant(state.getDate()) + " is not a number. Maybe export the file"
                                + " again.");
            }
            before = state.getDate();
            nodes.add(frames.toIcrf(state));
        }
        return nodes;
    }

    private static boolean finite(TimeStampedPVCoordinates state) {
        return Double.isFinite(state.getPosition().getNormSq())
                && Double.isFinite(state.getVelocity().getNormSq());
    }

    /** The parts of a segment that may be used: cut at its gaps, and to the times that its header allows. */
    private List<TabulatedMotion.Segment> usable(
            String name, OemMetadata metadata, List<TimeStampedPVCoordinates> nodes, List<String> warnings) {
        AbsoluteDate from = latest(metadata.getStartTime(), metadata.getUseableStartTime());
        AbsoluteDate to = earliest(metadata.getStopTime(), metadata.getUseableStopTime());
        StateTable whole = new StateTable(nodes, 2, true);
        double[] steps = new double[nodes.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = whole.step(i);
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        List<TabulatedMotion.Segment> parts = new ArrayList<>();
        double coarsest = 0;
        int coarsestAt = 0;
        int first = 0;
        for (int i = 0; i < steps.length; i++) {
            double error = whole.cubicError(i);
            if (error >= GAP_ERROR_M || (steps[i] > GAP_MIN_S && steps[i] > GAP_MEDIANS * median)) {
                addPart(parts, metadata, nodes.subList(first, i + 1), from, to);
                first = i + 1;
            } else if (error > coarsest) {
                coarsest = error;
                coarsestAt = i;
            }
        }
        addPart(parts, metadata, nodes.subList(first, nodes.size()), from, to);
        if (coarsest > COARSE_ERROR_M) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The ephemeris (%s) is not smooth near %s: it is good to about %.0f km only there. Maybe two solutions"
                            + " are joined there, or its steps are too long.",
                    name,
                    context.instant(whole.date(coarsestAt)),
                    coarsest / 1000));
        }
        return parts;
    }

    private static void addPart(
            List<TabulatedMotion.Segment> parts,
            OemMetadata metadata,
            List<TimeStampedPVCoordinates> nodes,
            AbsoluteDate from,
            AbsoluteDate to) {
        if (nodes.size() < 2) {
            return;
        }
        AbsoluteDate start = latest(from, nodes.get(0).getDate());
        AbsoluteDate end = earliest(to, nodes.get(nodes.size() - 1).getDate());
        if (end.isAfter(start)) {
            parts.add(new TabulatedMotion.Segment(table(metadata, nodes), new Coverage.Span(start, end)));
        }
    }

    /** A Lagrange polynomial of degree d passes through d + 1 nodes, a Hermite one through half as many. */
    private static StateTable table(OemMetadata metadata, List<TimeStampedPVCoordinates> nodes) {
        InterpolationMethod method = metadata.getInterpolationMethod();
        int degree = Math.max(1, metadata.getInterpolationDegree());
        if (method == InterpolationMethod.LAGRANGE) {
            return new StateTable(nodes, Math.min(degree + 1, MAX_POINTS), false);
        }
        if (method == InterpolationMethod.LINEAR) {
            return new StateTable(nodes, 2, false);
        }
        if (method == InterpolationMethod.HERMITE) {
            return new StateTable(nodes, Math.min((degree + 2) / 2, MAX_POINTS), true);
        }
        return new StateTable(nodes, 2, true);
    }

    private static AbsoluteDate latest(AbsoluteDate a, @Nullable AbsoluteDate b) {
        return b == null || a.isAfter(b) ? a : b;
    }

    private static AbsoluteDate earliest(AbsoluteDate a, @Nullable AbsoluteDate b) {
        return b == null || a.isBefore(b) ? a : b;
    }
}
