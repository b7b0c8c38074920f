package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.Track;
import dev.yeoju.model.ViewPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small schedule with all that the exchange formats must carry: an array, a pin, maintenance, two missions, deep space. */
final class IssueFixture {
    static final Instant ISSUED = Instant.parse("2026-11-24T12:00:00Z");

    private IssueFixture() {}

    static ProblemInstance instance() {
        return instance("maintenance & <tests>");
    }

    /** @param reason of the antenna's maintenance */
    static ProblemInstance instance(String reason) {
        String json =
                """
                {"schemaVersion": 1, "name": "exchange example",
                 "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-09T00:00:00Z"},
                 "antennas": [
                  {"id": "KDSA", "name": "Korean Deep Space Antenna", "complex": "YEOJU", "bands": ["S", "X"],
                   "unavailable": [{"start": "2026-12-07T20:00:00Z", "end": "2026-12-07T22:00:00Z", "reason": "@",
                                    "every": "P1D"}]},
                  {"id": "DSS-34", "complex": "CANBERRA", "bands": ["X"]}],
                 "complexes": [{"id": "YEOJU"}, {"id": "CANBERRA"}],
                 "spacecraft": [{"id": "KPLO", "mission": "Danuri"}, {"id": "L4-OBS", "mission": "L4"}],
                 "requests": [
                  {"id": "TM", "spacecraft": "KPLO", "service": "TELEMETRY", "band": "X", "uplink": false,
                   "antennas": [["KDSA"]], "recurrence": {"every": "P1D", "count": 1},
                   "minDuration": "PT1H", "preferredDuration": "PT2H", "setup": "PT30M", "teardown": "PT15M"},
                  {"id": "CMD", "spacecraft": "KPLO", "service": "TELECOMMAND", "band": "S", "uplink": true,
                   "antennas": [["KDSA"]], "minDuration": "PT1H", "preferredDuration": "PT2H"},
                  {"id": "RS", "spacecraft": "L4-OBS", "service": "RADIO_SCIENCE", "band": "X", "uplink": false,
                   "antennas": [["KDSA", "DSS-34"]], "minDuration": "PT1H", "preferredDuration": "PT2H",
                   "setup": "PT10M", "teardown": "PT5M30S"}],
                 "viewPeriods": [
                  {"antenna": "KDSA", "spacecraft": "KPLO", "aos": "2026-12-07T00:00:00Z", "los": "2026-12-09T00:00:00Z"},
                  {"antenna": "KDSA", "spacecraft": "L4-OBS", "aos": "2026-12-07T00:00:00Z", "los": "2026-12-09T00:00:00Z"},
                  {"antenna": "DSS-34", "spacecraft": "L4-OBS", "aos": "2026-12-07T00:00:00Z", "los": "2026-12-09T00:00:00Z"}]}
                """.replace("\"@\"", JsonTree.object().put("r", reason).get("r").toString());
        Problem problem = ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        Interval horizon = problem.horizon();
        return new ProblemInstance(
                problem,
                RequestExpansion.of(problem.requests()).requests(),
                List.of(
                        period("KDSA", "KPLO", horizon, 400_000),
                        period("KDSA", "L4-OBS", horizon, 1.5e8),
                        period("DSS-34", "L4-OBS", horizon, 1.5e8)),
                List.of(),
                List.of());
    }

    static List<Track> tracks() {
        return List.of(
                track("TM/1#1", "TM/1", "KPLO", List.of("KDSA"), "2026-12-07T01:00:00Z", 1800, 7200, 900, true),
                track("CMD#1", "CMD", "KPLO", List.of("KDSA"), "2026-12-07T05:00:00Z", 0, 3600, 0, false),
                track(
                        "RS#1",
                        "RS",
                        "L4-OBS",
                        List.of("KDSA", "DSS-34"),
                        "2026-12-07T08:00:00Z",
                        600,
                        5400,
                        330,
                        false));
    }

    static ScheduleIssue draft() {
        return new ScheduleIssue(instance(), tracks(), ScheduleIssue.ORIGINATOR, ISSUED, 0, false);
    }

    static ScheduleIssue published(int revision) {
        return new ScheduleIssue(instance(), tracks(), ScheduleIssue.ORIGINATOR, ISSUED, revision, true);
    }

    private static Track track(
            String id,
            String request,
            String spacecraft,
            List<String> antennas,
            String boa,
            int setupS,
            int trackedS,
            int teardownS,
            boolean pinned) {
        Instant begin = Instant.parse(boa);
        Instant bot = begin.plusSeconds(setupS);
        Instant eot = bot.plusSeconds(trackedS);
        return new Track(id, request, spacecraft, antennas, begin, bot, eot, eot.plusSeconds(teardownS), pinned);
    }

    private static ViewPeriod period(String antenna, String spacecraft, Interval times, double rangeKm) {
        return new ViewPeriod(
                antenna,
                spacecraft,
                null,
                times.start(),
                times.end(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                rangeKm,
                List.of(),
                true);
    }
}
