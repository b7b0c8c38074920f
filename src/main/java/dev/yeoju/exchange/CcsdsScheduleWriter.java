package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import dev.yeoju.model.ViewPeriod;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Schedule -> CCSDS Simple Schedule (CCSDS 902.1-B-1) XML: a package a request, an activity a track, for each antenna of
 * an array its own. Maintenance is UNAVAILABLE, published and pinned tracks are COMMITTED, all others TENTATIVE; setup and
 * teardown are the time between activity and track. Not checked against the official XSD, which is not freely to be had.
 */
public final class CcsdsScheduleWriter {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    /** The format asks for an orbit number, which no request has. */
    private static final String NO_ORBIT = "0";

    private final ScheduleIssue issue;
    private final ScheduleIssue.Names names;
    private final Map<String, Antenna> antennas;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private CcsdsScheduleWriter(ScheduleIssue issue) throws XMLStreamException {
        this.issue = issue;
        names = new ScheduleIssue.Names(issue.instance());
        antennas = issue.instance().antennasById();
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** The issue as text, UTF-8 when stored. */
    public static String write(ScheduleIssue issue) {
        try {
            return new CcsdsScheduleWriter(issue).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The schedule cannot be written as XML.", e);
        }
    }

    private String write() throws XMLStreamException {
        Problem problem = issue.instance().problem();
        xml.writeStartDocument("UTF-8", "1.0");
        start(CcsdsVocabulary.SCHEDULE);
        xml.writeDefaultNamespace(CcsdsVocabulary.NAMESPACE);
        xml.writeNamespace("xsi", XSI);
        xml.writeAttribute("xsi", XSI, "schemaLocation", CcsdsVocabulary.SCHEMA_LOCATION);
        attribute("srvMgtEntityType", "SIMPLE_SCHEDULE");
        empty(CcsdsVocabulary.HEADER);
        attribute("originatingOrganization", issue.originator());
        attribute("generationTime", CcsdsVocabulary.time(issue.issuedAt()));
        attribute("version", Integer.toString(issue.revision()));
        attribute("startTime", CcsdsVocabulary.time(problem.horizon().start()));
        attribute("endTime", CcsdsVocabulary.time(problem.horizon().end()));
        attribute("status", issue.published() ? "OPERATIONAL" : "PROVISIONAL");
        attribute("inclusionType", "START_INCLUSION");
        Map<String, List<Track>> byRequest = new LinkedHashMap<>();
        issue.tracks()
                .forEach(track -> byRequest
                        .computeIfAbsent(track.request(), id -> new ArrayList<>())
                        .add(track));
        for (Map.Entry<String, List<Track>> entry : byRequest.entrySet()) {
            request(entry.getKey(), entry.getValue());
        }
        for (Antenna antenna : problem.antennas()) {
            maintenance(antenna, problem.horizon());
        }
        end();
        xml.writeEndDocument();
        xml.close();
        return text + "\n";
    }

    private void request(String id, List<Track> tracks) throws XMLStreamException {
        start(CcsdsVocabulary.PACKAGE);
        attribute("user", names.mission(tracks.get(0)));
        attribute("comment", "");
        attribute("scheduledPackageId", id);
        attribute("originatingRequestId", id);
        for (Track track : tracks) {
            for (String antenna : track.antennas()) {
                activity(
                        activityId(track, antenna),
                        issue.published() || track.pinned() ? CcsdsVocabulary.COMMITTED : CcsdsVocabulary.TENTATIVE,
                        antenna,
                        track.tracking(),
                        track.activity());
                TrackRequest request = names.request(track);
                empty(CcsdsVocabulary.SERVICE_INFO);
                attribute("serviceType", CcsdsVocabulary.serviceType(request.service()));
                attribute(
                        "frequencyBand",
                        CcsdsVocabulary.frequencyBand(request.band(), rangeKm(request, antenna, track)));
                end();
            }
        }
        end();
    }

    /** Unique, and the track's own id where one antenna serves it. */
    private static String activityId(Track track, String antenna) {
        return track.antennas().size() == 1 ? track.id() : track.id() + CcsdsScheduleReader.MEMBER + antenna;
    }

    /** Distance in the view period that the track lies in, kilometres. */
    private @Nullable Double rangeKm(TrackRequest request, String antenna, Track track) {
        for (ViewPeriod period : issue.instance().viewPeriods(request, antenna)) {
            if (period.interval().intersection(track.tracking()) != null) {
                return period.minRangeKm();
            }
        }
        return null;
    }

    private void maintenance(Antenna antenna, Interval horizon) throws XMLStreamException {
        int number = 0;
        for (Unavailability unavailable : antenna.unavailable()) {
            for (Interval down : unavailable.within(horizon)) {
                number++;
                String id = "DOWN-" + antenna.id() + "-" + number;
                start(CcsdsVocabulary.PACKAGE);
                attribute("user", issue.originator());
                attribute("comment", unavailable.reason());
                attribute("scheduledPackageId", id);
                activity(id, CcsdsVocabulary.UNAVAILABLE, antenna.id(), down, null);
                end();
                end();
            }
        }
    }

    private void activity(String id, String status, String antenna, Interval tracking, @Nullable Interval activity)
            throws XMLStreamException {
        start(CcsdsVocabulary.ACTIVITY);
        attribute("scheduledActivityId", id);
        attribute("activityStatus", status);
        Antenna aperture = antennas.get(antenna);
        attribute("siteRef", aperture == null ? antenna : aperture.complex());
        attribute("apertureRef", antenna);
        attribute("orbitNumber", NO_ORBIT);
        time("beginningOfTrack", tracking.start());
        time("endOfTrack", tracking.end());
        if (activity != null) {
            time("beginningOfActivity", activity.start());
            time("endOfActivity", activity.end());
        }
    }

    private void time(String name, Instant instant) throws XMLStreamException {
        attribute(name, CcsdsVocabulary.time(instant));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, CcsdsVocabulary.representable(value));
    }

    private void start(String name) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        depth++;
    }

    private void empty(String name) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(name);
    }

    private void end() throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
