package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CcsdsScheduleTest {
    private static final String DRAFT = CcsdsScheduleWriter.write(IssueFixture.draft());

    @Test
    void whatIsWrittenReadsTheSame() {
        assertThat(read(DRAFT)).containsExactlyElementsOf(IssueFixture.tracks());
    }

    @Test
    void publishedTracksComeBackPinned() {
        List<Track> read = read(CcsdsScheduleWriter.write(IssueFixture.published(3)));

        assertThat(read).hasSameSizeAs(IssueFixture.tracks()).allMatch(Track::pinned);
    }

    @Test
    void theHeaderSaysWhoWhenAndHowFirmly() throws Exception {
        Element header = elements(DRAFT, "simpleScheduleHeader").get(0);
        assertThat(header.getAttribute("originatingOrganization")).isEqualTo("YEOJU");
        assertThat(header.getAttribute("generationTime")).isEqualTo("2026-328T12:00:00.000Z");
        assertThat(header.getAttribute("version")).isEqualTo("0");
        assertThat(header.getAttribute("startTime")).isEqualTo("2026-341T00:00:00.000Z");
        assertThat(header.getAttribute("endTime")).isEqualTo("2026-343T00:00:00.000Z");
        assertThat(header.getAttribute("status")).isEqualTo("PROVISIONAL");
        assertThat(header.getAttribute("inclusionType")).isEqualTo("START_INCLUSION");

        Element published = elements(CcsdsScheduleWriter.write(IssueFixture.published(3)), "simpleScheduleHeader")
                .get(0);
        assertThat(published.getAttribute("status")).isEqualTo("OPERATIONAL");
        assertThat(published.getAttribute("version")).isEqualTo("3");
    }

    @Test
    void activitiesCarrySiteApertureTimesAndService() throws Exception {
        List<Element> activities = elements(DRAFT, "scheduledActivity");

        Element pinned = activities.get(0);
        assertThat(pinned.getAttribute("activityStatus")).isEqualTo("COMMITTED");
        assertThat(pinned.getAttribute("siteRef")).isEqualTo("YEOJU");
        assertThat(pinned.getAttribute("apertureRef")).isEqualTo("KDSA");
        assertThat(pinned.getAttribute("beginningOfActivity")).isEqualTo("2026-341T01:00:00.000Z");
        assertThat(pinned.getAttribute("beginningOfTrack")).isEqualTo("2026-341T01:30:00.000Z");
        assertThat(pinned.getAttribute("endOfTrack")).isEqualTo("2026-341T03:30:00.000Z");
        assertThat(pinned.getAttribute("endOfActivity")).isEqualTo("2026-341T03:45:00.000Z");
        assertThat(activities.get(1).getAttribute("activityStatus")).isEqualTo("TENTATIVE");
        assertThat(elements(DRAFT, "serviceInfo"))
                .extracting(info -> info.getAttribute("serviceType") + " " + info.getAttribute("frequencyBand"))
                .containsExactly("TELEMETRY X-NE", "TELECOMMAND S-NE", "RF-ONLY X-DS", "RF-ONLY X-DS");
        assertThat(elements(DRAFT, "scheduledPackage"))
                .extracting(each -> each.getAttribute("user"))
                .startsWith("Danuri", "Danuri", "L4");
    }

    @Test
    void anArraysTrackIsAnActivityForEachAntenna() throws Exception {
        assertThat(elements(DRAFT, "scheduledActivity"))
                .extracting(activity -> activity.getAttribute("scheduledActivityId"))
                .contains("RS#1@KDSA", "RS#1@DSS-34");
    }

    @Test
    void maintenanceIsUnavailableAndNoTrack() throws Exception {
        List<Element> down = elements(DRAFT, "scheduledActivity").stream()
                .filter(activity -> activity.getAttribute("activityStatus").equals("UNAVAILABLE"))
                .toList();

        assertThat(down)
                .extracting(activity -> activity.getAttribute("beginningOfTrack"))
                .containsExactly("2026-341T20:00:00.000Z", "2026-342T20:00:00.000Z");
        assertThat(((Element) down.get(0).getParentNode()).getAttribute("comment"))
                .isEqualTo("maintenance & <tests>");
    }

    @Test
    void whateverAReasonSaysTheFileStaysWellFormed() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder reason = new StringBuilder("]]><!--\"'&\uFFFE");
            for (int i = 0; i < 20; i++) {
                reason.appendCodePoint(random.nextBoolean() ? random.nextInt(0x20, 0x7F) : random.nextInt(0xA0, 0x300));
            }
            reason.appendCodePoint(0x10000 + random.nextInt(0x100));
            ProblemInstance instance = IssueFixture.instance(reason.toString());
            ScheduleIssue issue =
                    new ScheduleIssue(instance, IssueFixture.tracks(), "A<&\">", IssueFixture.ISSUED, 0, false);

            assertThat(CcsdsScheduleReader.read(
                            CcsdsScheduleWriter.write(issue).getBytes(StandardCharsets.UTF_8), instance))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(IssueFixture.tracks());
        }
    }

    @Test
    void aDocumentTypeIsRefused() {
        String hostile = DRAFT.replace(
                "<simpleSchedule ", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<simpleSchedule ");

        assertThatThrownBy(() -> read(hostile))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DOCTYPE, which is not taken");
    }

    @Test
    void otherFilesAreRefusedInOneSentence() {
        assertThatThrownBy(() -> read("{\"schemaVersion\": 1}")).hasMessageContaining("no well-formed XML");
        assertThatThrownBy(() -> read("<schedule/>")).hasMessageContaining("first element is (schedule)");
        assertThatThrownBy(() -> read(DRAFT.substring(0, DRAFT.length() / 2))).hasMessageContaining("cut off");
        assertThatThrownBy(() -> read("<simpleSchedule xmlns=\"urn:ccsds:schema:cssm:1.0.0\">" + "<a>".repeat(60)))
                .hasMessageContaining("nested deeper");
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsLine() {
        String wrong = DRAFT.replace("apertureRef=\"DSS-34\"", "apertureRef=\"DSS-99\"")
                .replace("originatingRequestId=\"CMD\"", "originatingRequestId=\"NOBODY\"")
                .replace("endOfTrack=\"2026-341T03:30:00.000Z\"", "endOfTrack=\"2026-12-07 03:30\"");

        InvalidInputException faults = catchThrowableOfType(InvalidInputException.class, () -> read(wrong));

        assertThat(faults.kind()).isEqualTo(InvalidInputException.Kind.INVALID);
        assertThat(faults.faults()).hasSize(3).allMatch(fault -> fault.pointer().startsWith("line "));
        assertThat(faults)
                .hasMessageContaining("apertureRef (DSS-99) is no antenna of the problem")
                .hasMessageContaining("The activity (CMD#1) stands in no package")
                .hasMessageContaining("endOfTrack (2026-12-07 03:30) is no time of the form");
    }

    @Test
    void timesOutOfOrderAndIdsThatStandTwiceAreFaults() {
        String swapped = DRAFT.replace("endOfTrack=\"2026-341T03:30", "endOfTrack=\"2026-341T01:30");
        assertThatThrownBy(() -> read(swapped)).hasMessageContaining("is out of order");

        String twice = DRAFT.replace("scheduledActivityId=\"CMD#1\"", "scheduledActivityId=\"TM/1#1\"");
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("(TM/1#1) stands twice");
    }

    @Test
    void mutilatedFilesAreRefusedWithFaultsAlone() {
        byte[] text = DRAFT.getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] mutant = text.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                CcsdsScheduleReader.read(mutant, IssueFixture.draft().instance());
            } catch (InvalidInputException e) {
                assertThat(e.faults()).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    private static List<Track> read(String xml) {
        return CcsdsScheduleReader.read(xml.getBytes(StandardCharsets.UTF_8), IssueFixture.instance());
    }

    private static List<Element> elements(String xml, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList found = document.getElementsByTagNameNS("urn:ccsds:schema:cssm:1.0.0", name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
