package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Schedule -> iCalendar (RFC 5545): a VEVENT a track, from begin to end of track. Its UID depends on problem and track
 * alone, so that a calendar that subscribes moves an event instead of adding one; SEQUENCE is the revision; STATUS is
 * CONFIRMED once published, TENTATIVE before.
 */
public final class ScheduleCalendar {
    private static final String PRODUCT = "-//Yeoju//Antenna schedule//EN";

    private ScheduleCalendar() {}

    /**
     * The issue as text.
     *
     * @param mission the one mission whose tracks are wanted, or null for all
     */
    public static String write(ScheduleIssue issue, @Nullable String mission) {
        String problem = issue.instance().problem().name();
        return write(List.of(issue), mission, mission == null ? problem : problem + ": " + mission);
    }

    /**
     * A mission's tracks in several issues as one text.
     *
     * @param issues of problems whose names differ; may be empty
     */
    public static String feed(List<ScheduleIssue> issues, String mission) {
        return write(issues, mission, mission);
    }

    private static String write(List<ScheduleIssue> issues, @Nullable String mission, String title) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", title));
        for (ScheduleIssue issue : issues) {
            ScheduleIssue.Names names = new ScheduleIssue.Names(issue.instance());
            for (Track track : issue.tracks()) {
                if (mission == null || mission.equals(names.mission(track))) {
                    calendar.add(event(issue, names, track));
                }
            }
        }
        StringWriter text = new StringWriter();
        try {
            // Unlike toString, it folds long lines as the standard asks; an empty calendar is no error.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(ScheduleIssue issue, ScheduleIssue.Names names, Track track) {
        TrackRequest request = names.request(track);
        String mission = names.mission(track);
        String antennas = String.join(" + ", track.antennas());
        List<Property> properties = new ArrayList<>();
        properties.add(
                new Uid(track.id() + "@" + issue.instance().problem().name().replace(' ', '-') + ".yeoju"));
        properties.add(new DtStamp(issue.issuedAt()));
        properties.add(new DtStart<>(track.bot()));
        properties.add(new DtEnd<>(track.eot()));
        properties.add(new Sequence(issue.revision()));
        properties.add(new Status(issue.published() ? Status.VALUE_CONFIRMED : Status.VALUE_TENTATIVE));
        properties.add(new Summary(mission + " " + service(request) + " on " + antennas));
        properties.add(new Location(antennas));
        properties.add(new Categories(mission));
        properties.add(new Description(description(track, request)));
        VEvent event = new VEvent(false);
        properties.forEach(event::add);
        return event;
    }

    private static String service(TrackRequest request) {
        Band band = request.band();
        String service = request.service().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return band == null ? service : service + " " + band.label();
    }

    private static String description(Track track, TrackRequest request) {
        return "Spacecraft " + track.spacecraft() + ", request " + track.request()
                + (request.uplink() ? ", with uplink" : "") + ".\nAntenna taken from " + track.boa() + " ("
                + minutes(Duration.between(track.boa(), track.bot())) + " setup) to " + track.eoa() + " ("
                + minutes(Duration.between(track.eot(), track.eoa())) + " teardown), UTC.";
    }

    private static String minutes(Duration length) {
        long seconds = length.toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
