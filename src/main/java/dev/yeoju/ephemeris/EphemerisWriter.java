package dev.yeoju.ephemeris;

import dev.yeoju.model.Interval;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orekit.files.ccsds.definitions.BodyFacade;
import org.orekit.files.ccsds.definitions.CelestialBodyFrame;
import org.orekit.files.ccsds.definitions.CenterName;
import org.orekit.files.ccsds.definitions.FrameFacade;
import org.orekit.files.ccsds.definitions.TimeSystem;
import org.orekit.files.ccsds.ndm.WriterBuilder;
import org.orekit.files.ccsds.ndm.odm.OdmHeader;
import org.orekit.files.ccsds.ndm.odm.oem.InterpolationMethod;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.files.ccsds.ndm.odm.oem.OemData;
import org.orekit.files.ccsds.ndm.odm.oem.OemMetadata;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.files.ccsds.ndm.odm.oem.OemWriter;
import org.orekit.files.ccsds.utils.generation.Generator;
import org.orekit.files.ccsds.utils.generation.KvnGenerator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Writes trajectories as CCSDS OEM 2.0 (KVN, UTC): geocentric ones about EARTH in GCRF, others about the SOLAR SYSTEM
 * BARYCENTER in ICRF; a segment for each span covered, with Hermite interpolation of degree seven and a step at which
 * that is good to a metre.
 */
public final class EphemerisWriter {
    private static final double VERSION = 2.0;
    private static final int DEGREE = 7;
    private static final int POINTS = (DEGREE + 1) / 2;
    private static final double TOLERANCE_M = 1;
    private static final double[] STEPS_S = {3600, 1800, 900, 600, 300, 120, 60, 30, 15, 5};
    private static final int PROBES = 97;
    /** Where in the states of an interpolation to look: between the middle two, where all but the first and last dates lie. */
    private static final double[] MIDDLE = {0.5};
    /** At both ends of a segment dates lie between the outer states too, where the interpolation is worse. */
    private static final double[] ANYWHERE = {1.0 / 6, 0.5, 5.0 / 6};
    /** Relative offsets above which Orekit's generator would write relative times; never used here. */
    private static final double NO_RELATIVE_TIMES = 0;

    private final OrekitContext context;

    public EphemerisWriter(OrekitContext context) {
        this.context = context;
    }

    /**
     * Writes the part of a trajectory that lies in an interval.
     *
     * @param originator for the header
     * @param created for the header
     * @throws EphemerisException when the trajectory covers nothing of the interval
     * @throws IOException when the output fails
     */
    public void write(Trajectory trajectory, Interval interval, String originator, Instant created, Appendable output)
            throws IOException {
        Coverage coverage = trajectory
                .coverage()
                .intersection(Coverage.of(context.date(interval.start()), context.date(interval.end())));
        List<OemSegment> segments = new ArrayList<>();
        for (Coverage.Span span : coverage.spans()) {
            if (span.end().isAfter(span.start())) {
                segments.add(segment(trajectory, span));
            }
        }
        if (segments.isEmpty()) {
            throw new EphemerisException(
                    trajectory.id(),
                    interval.toString(),
                    "The trajectory covers nothing between " + interval.start() + " and " + interval.end()
                            + ". Maybe choose another interval.");
        }
        OdmHeader header = new OdmHeader();
        header.setFormatVersion(VERSION);
        header.setCreationDate(context.date(created));
        header.setOriginator(originator);
        OemWriter writer = new WriterBuilder(context.data())
                .withConventions(IERSConventions.IERS_2010)
                .buildOemWriter();
        try (Generator generator =
                new KvnGenerator(output, OemWriter.KVN_PADDING_WIDTH, trajectory.id(), NO_RELATIVE_TIMES, 0)) {
            writer.writeMessage(
                    generator,
                    new Oem(
                            header,
                            segments,
                            IERSConventions.IERS_2010,
                            context.data(),
                            segments.get(0).getMu()));
        }
    }

    private OemSegment segment(Trajectory trajectory, Coverage.Span span) {
        OemMetadata metadata = new OemMetadata(DEGREE);
        boolean geocentric = trajectory.origin() == Trajectory.Origin.EARTH;
        metadata.setObjectName(trajectory.id());
        metadata.setObjectID(trajectory.id());
        metadata.setCenter(
                BodyFacade.create(geocentric ? CenterName.EARTH : CenterName.SOLAR_SYSTEM_BARYCENTER, context.data()));
        CelestialBodyFrame frame = geocentric ? CelestialBodyFrame.GCRF : CelestialBodyFrame.ICRF;
        metadata.setReferenceFrame(new FrameFacade(
                frame.getFrame(IERSConventions.IERS_2010, true, context.data()), frame, null, null, frame.name()));
        metadata.setTimeSystem(TimeSystem.UTC);
        metadata.setStartTime(span.start());
        metadata.setStopTime(span.end());
        metadata.setInterpolationMethod(InterpolationMethod.HERMITE);
        metadata.setInterpolationDegree(DEGREE);
        OemData data = new OemData();
        for (TimeStampedPVCoordinates node : nodes(trajectory, span, step(trajectory, span))) {
            data.addData(node, false);
        }
        return new OemSegment(metadata, data, metadata.getCenter().getBody().getGM());
    }

    /** The longest step at which the interpolation is good to the tolerance at every probe. */
    private static double step(Trajectory trajectory, Coverage.Span span) {
        double length = span.end().durationFrom(span.start());
        for (double step : STEPS_S) {
            boolean good = true;
            for (int i = 0; i < PROBES && good; i++) {
                double window = Math.min(length, step * (POINTS - 1));
                AbsoluteDate from = span.start().shiftedBy((length - window) * i / (PROBES - 1));
                AbsoluteDate to = from.shiftedBy(window);
                Coverage.Span part = new Coverage.Span(from, to);
                StateTable table = new StateTable(nodes(trajectory, part, step), POINTS, true);
                for (double fraction : i == 0 || i == PROBES - 1 ? ANYWHERE : MIDDLE) {
                    AbsoluteDate date = from.shiftedBy(fraction * window);
                    good &= table.position(date).distance(trajectory.position(date)) <= TOLERANCE_M;
                }
            }
            if (good) {
                return step;
            }
        }
        return STEPS_S[STEPS_S.length - 1];
    }

    private static List<TimeStampedPVCoordinates> nodes(Trajectory trajectory, Coverage.Span span, double step) {
        double length = span.end().durationFrom(span.start());
        int count = Math.max(1, (int) Math.ceil(length / step - 1e-9));
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>(count + 1);
        for (int i = 0; i <= count; i++) {
            AbsoluteDate date = i == count ? span.end() : span.start().shiftedBy(step * i);
            nodes.add(new TimeStampedPVCoordinates(date, trajectory.pv(date)));
        }
        return nodes;
    }
}
