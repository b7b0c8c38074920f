package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replanning and explaining on the command line, in this process. */
class ReplanCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WEEK = "problems/slip-and-outage/week.json";
    private static final String PUBLISHED = "problems/slip-and-outage/published.json";
    private static final String OUTAGE = "problems/slip-and-outage/antenna-outage.json";
    private static final String SLIP = "problems/slip-and-outage/launch-slip.json";

    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSlipIsAnsweredAndTheAnswerCanBeCheckedAndExplained() throws IOException {
        Captured replanned = Captured.run(
                "replan",
                WEEK,
                PUBLISHED,
                "--change",
                SLIP,
                "--step-limit",
                "500",
                "--alternatives",
                "1",
                "--out",
                file("s2.json"),
                "--problem-out",
                file("p2.json"));
        Captured checked = Captured.run("check", file("p2.json"), file("s2.json"), "--bound");
        Captured explained = Captured.run(
                "explain", file("p2.json"), file("s2.json"), "--request", "ORION-INJECTION", "--out", file("e.json"));

        assertThat(replanned.code()).as(replanned.err()).isZero();
        assertThat(replanned.out()).isEmpty();
        assertThat(replanned.err()).contains("drifted", "changes (", "schedule in " + file("s2.json"), "bound");
        assertThat(checked.code()).as(checked.err() + checked.out()).isZero();
        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out()).contains("ORION-INJECTION");
        JsonNode explanation = JSON.readTree(Files.readString(folder.resolve("e.json")))
                .get("explanations")
                .get(0);
        assertThat(explanation.get("request").asString()).isEqualTo("ORION-INJECTION");
        assertThat(explanation.get("periods")).isNotEmpty();
    }

    @Test
    void aStepLimitRepeatsTheAnswerByteByByte() throws IOException {
        for (String name : new String[] {"a.json", "b.json"}) {
            Captured answer = Captured.run(
                    "replan", WEEK, PUBLISHED, "--change", OUTAGE, "--step-limit", "300", "--out", file(name));
            assertThat(answer.code()).as(answer.err()).isZero();
        }

        assertThat(Files.readString(folder.resolve("a.json"))).isEqualTo(Files.readString(folder.resolve("b.json")));
    }

    @Test
    void withoutARequestAllThatLackTimeAreExplained() {
        Captured explained = Captured.run("explain", WEEK, PUBLISHED);

        assertThat(explained.code()).as(explained.err()).isZero();
        assertThat(explained.out()).contains("ORION-INJECTION");
    }

    @Test
    void everyFaultOfAChangeFileIsSaidWithItsPlace() throws IOException {
        Path change = Files.writeString(
                folder.resolve("c.json"),
                "{\"at\": \"2027-02-04T12:00:00Z\", \"changes\": [{\"type\": \"SLIP\", \"spacecraft\": \"ORION\", \"by\":"
                        + " \"P1D\"}, {\"type\": \"WITHDRAW\", \"request\": \"KPLO\"}]}");

        Captured answer = Captured.run("replan", WEEK, PUBLISHED, "--change", change.toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains(change + ": /changes/0/spacecraft", change + ": /changes/1/request")
                .doesNotContain("Exception");
    }

    @Test
    void optionsOutOfRangeAndUnknownRequestsAreNamed() {
        Captured many = Captured.run("replan", WEEK, PUBLISHED, "--change", SLIP, "--alternatives", "9");
        Captured none = Captured.run("explain", WEEK, PUBLISHED, "--request", "KPLO-SCIENCE");
        Captured file = Captured.run("replan", WEEK, PUBLISHED, "--change", file("nothing.json"));

        assertThat(many.code()).isEqualTo(2);
        assertThat(many.err()).contains("--alternatives (9)");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--request (KPLO-SCIENCE)", "KPLO-SCIENCE/1");
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("nothing.json");
    }
}
