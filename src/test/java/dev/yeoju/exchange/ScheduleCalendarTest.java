package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.yeoju.model.Track;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads what is written back with another library. */
class ScheduleCalendarTest {
    @Test
    void everyTrackIsAnEventAtItsTimes() {
        List<VEvent> events = events(ScheduleCalendar.write(IssueFixture.draft(), null));

        assertThat(events).hasSize(3);
        VEvent first = events.get(0);
        Track track = IssueFixture.tracks().get(0);
        assertThat(instant(first.getDateStart().getValue())).isEqualTo(track.bot());
        assertThat(instant(first.getDateEnd().getValue())).isEqualTo(track.eot());
        assertThat(first.getSummary().getValue()).isEqualTo("Danuri telemetry X on KDSA");
        assertThat(first.getLocation().getValue()).isEqualTo("KDSA");
        assertThat(first.getDescription().getValue())
                .isEqualTo("Spacecraft KPLO, request TM/1.\nAntenna taken from 2026-12-07T01:00:00Z (30 min setup) to"
                        + " 2026-12-07T03:45:00Z (15 min teardown), UTC.");
        assertThat(events.get(2).getLocation().getValue()).isEqualTo("KDSA + DSS-34");
    }

    @Test
    void itIsValidForTheOtherLibrary() {
        ICalendar calendar = Biweekly.parse(ScheduleCalendar.write(IssueFixture.draft(), null))
                .first();

        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
    }

    @Test
    void identifiersStayAndTheSequenceGrows() {
        List<VEvent> draft = events(ScheduleCalendar.write(IssueFixture.draft(), null));
        List<VEvent> later = events(ScheduleCalendar.write(IssueFixture.published(4), null));

        assertThat(later)
                .extracting(event -> event.getUid().getValue())
                .containsExactlyElementsOf(
                        draft.stream().map(event -> event.getUid().getValue()).toList())
                .doesNotHaveDuplicates();
        assertThat(draft.get(0).getSequence().getValue()).isZero();
        assertThat(later.get(0).getSequence().getValue()).isEqualTo(4);
        assertThat(draft.get(0).getStatus().isTentative()).isTrue();
        assertThat(later.get(0).getStatus().isConfirmed()).isTrue();
    }

    @Test
    void oneMissionsCalendarHasItsTracksAlone() {
        String text = ScheduleCalendar.write(IssueFixture.draft(), "L4");

        assertThat(events(text))
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("L4 radio science X on KDSA + DSS-34");
        assertThat(ScheduleCalendar.write(IssueFixture.draft(), "nobody")).contains("END:VCALENDAR");
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        String text = ScheduleCalendar.write(IssueFixture.draft(), null);

        assertThat(text.split("\r\n")).allMatch(line -> line.length() <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    private static List<VEvent> events(String text) {
        return Biweekly.parse(text).first().getEvents();
    }

    private static Instant instant(java.util.Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }
}
