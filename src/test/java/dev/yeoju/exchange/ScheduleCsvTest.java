package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleCsvTest {
    @Test
    void aHeaderThenATrackALine() {
        assertThat(ScheduleCsv.write(IssueFixture.draft()).split("\r\n"))
                .containsExactly(
                        "id,request,mission,spacecraft,service,band,uplink,antennas,boa,bot,eot,eoa,trackedS,pinned",
                        "TM/1#1,TM/1,Danuri,KPLO,TELEMETRY,X,false,KDSA,2026-12-07T01:00:00Z,2026-12-07T01:30:00Z,"
                                + "2026-12-07T03:30:00Z,2026-12-07T03:45:00Z,7200,true",
                        "CMD#1,CMD,Danuri,KPLO,TELECOMMAND,S,true,KDSA,2026-12-07T05:00:00Z,2026-12-07T05:00:00Z,"
                                + "2026-12-07T06:00:00Z,2026-12-07T06:00:00Z,3600,false",
                        "RS#1,RS,L4,L4-OBS,RADIO_SCIENCE,X,false,KDSA+DSS-34,2026-12-07T08:00:00Z,"
                                + "2026-12-07T08:10:00Z,2026-12-07T09:40:00Z,2026-12-07T09:45:30Z,5400,false");
    }

    @Test
    void namesAreQuotedAndNoFormulas() {
        Track track = IssueFixture.tracks().get(1);
        Track odd = new Track(
                "=1+1,\"x\"",
                "CMD",
                "KPLO",
                List.of("KDSA"),
                track.boa(),
                track.bot(),
                track.eot(),
                track.eoa(),
                false);
        ScheduleIssue issue = new ScheduleIssue(
                IssueFixture.instance(), List.of(odd), ScheduleIssue.ORIGINATOR, IssueFixture.ISSUED, 0, false);

        assertThat(ScheduleCsv.write(issue)).contains("\r\n\"'=1+1,\"\"x\"\"\",CMD,");
    }

    @Test
    void aTrackOfAnotherProblemIsNamed() {
        Track track = IssueFixture.tracks().get(1);
        Track foreign = new Track(
                "X#1", "X", "KPLO", List.of("KDSA"), track.boa(), track.bot(), track.eot(), track.eoa(), false);
        ScheduleIssue issue = new ScheduleIssue(
                IssueFixture.instance(), List.of(foreign), ScheduleIssue.ORIGINATOR, IssueFixture.ISSUED, 0, false);

        assertThatThrownBy(() -> ScheduleCsv.write(issue)).hasMessageContaining("serves a request (X)");
    }
}
