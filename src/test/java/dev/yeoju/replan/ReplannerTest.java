package dev.yeoju.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Replan;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange.Kind;
import dev.yeoju.model.TrackStanding;
import dev.yeoju.model.TrackStanding.Standing;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.StopToken;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.Prepared;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small network's week, solved, published, and changed in every way. */
class ReplannerTest {
    private static final SolverOptions SOME_STEPS = new SolverOptions(Duration.ofHours(1), 3_000, 7);
    private static final Instant AT = NetworkWeek.START.plus(Duration.ofHours(30));
    private static final Instant FREEZE = AT.plus(Duration.ofHours(6));
    private static final Engine ENGINE = Pipeline.over(null);
    private static final Problem PROBLEM = NetworkWeek.of(80, 3);
    private static final Prepared PREPARED = ENGINE.prepare(PROBLEM, ProblemFiles.none(), new StopSignal());
    private static List<Track> published = List.of();

    @BeforeAll
    static void publish() {
        published = new PassPlanner()
                        .solve(
                                PREPARED.instance(),
                                new SolverOptions(Duration.ofHours(1), 10_000, 0),
                                PlanningListener.NONE,
                                new StopToken())
                        .tracks()
                        .stream()
                        .sorted(Comparator.comparing(Track::bot))
                        .toList();
    }

    private static Replan replan(int alternatives, Change... changes) {
        return ENGINE.replan(
                        PREPARED.instance(),
                        ProblemFiles.none(),
                        published,
                        new ChangeSet(AT, FREEZE, List.of(changes)),
                        alternatives,
                        SOME_STEPS,
                        new StopSignal())
                .replan();
    }

    private static Map<String, Track> byId(List<Track> tracks) {
        return tracks.stream().collect(Collectors.toMap(Track::id, Function.identity()));
    }

    private static Change.Outage outage() {
        Track first = published.stream()
                .filter(track -> track.boa().isAfter(FREEZE))
                .findFirst()
                .orElseThrow();
        return new Change.Outage(
                first.antennas().get(0),
                new Interval(first.bot().minus(Duration.ofHours(6)), first.bot().plus(Duration.ofHours(6))),
                "drive");
    }

    /** Far enough that no pass of the spacecraft stands on the view period that it had. */
    private static Change.Slip slip() {
        return new Change.Slip(published.get(published.size() - 1).spacecraft(), Duration.ofHours(12));
    }

    @Test
    void anOutageIsAvoidedWithFewChangesEachOfWhichSaysWhy() {
        Change.Outage outage = outage();
        Replan replan = replan(0, outage);
        Replan.Answer answer = replan.answers().get(0);

        assertThat(answer.schedule().violations()).isEmpty();
        assertThat(ScheduleChecker.evaluate(answer.instance(), answer.schedule().tracks())
                        .isValid())
                .isTrue();
        assertThat(answer.schedule().tracks())
                .noneMatch(track -> track.antennas().contains(outage.antenna())
                        && track.activity().overlaps(outage.interval()));
        assertThat(answer.diff().changes()).isBetween(1, published.size() / 3);
        assertThat(answer.diff().entries())
                .filteredOn(ScheduleDiff.Entry::isChange)
                .allSatisfy(entry -> assertThat(entry.why()).endsWith("."));
        assertThat(answer.worth() - answer.changeCost())
                .isCloseTo(answer.schedule().value(), offset(1e-9));
    }

    @Test
    void whatBeganOrLiesInTheFreezeWindowStaysAsItIsAndNothingIsPutThere() {
        Replan replan = replan(0, slip(), outage());
        Map<String, Track> now = byId(replan.answers().get(0).schedule().tracks());

        List<TrackStanding> frozen = replan.standings().stream()
                .filter(standing -> standing.standing() == Standing.FROZEN)
                .toList();
        assertThat(frozen).isNotEmpty().allSatisfy(standing -> {
            Track was = standing.track();
            Track is = Objects.requireNonNull(now.get(was.id()));
            assertThat(is).usingRecursiveComparison().ignoringFields("pinned").isEqualTo(was);
            assertThat(is.pinned()).isTrue();
        });
        assertThat(now.values().stream().filter(track -> track.boa().isBefore(FREEZE)))
                .hasSize(frozen.size());
    }

    @Test
    void aLaterSolveOfTheChangedProblemKeepsWhatWasFrozen() {
        Replan replan = replan(0, slip());
        ProblemInstance changed = replan.answers().get(0).instance();

        List<Track> later = new PassPlanner()
                .solve(changed, SOME_STEPS, PlanningListener.NONE, new StopToken())
                .tracks();

        List<Interval> frozen = replan.standings().stream()
                .filter(standing -> standing.standing() == Standing.FROZEN)
                .map(standing -> standing.track().activity())
                .toList();
        assertThat(frozen).isNotEmpty();
        assertThat(later).extracting(Track::activity).containsAll(frozen);
        assertThat(ScheduleChecker.evaluate(changed, later).isValid()).isTrue();
    }

    @Test
    void aPassWhoseViewPeriodMovedAwayIsMarkedDriftedAndNeverKept() {
        Replan replan = replan(0, slip());
        List<String> drifted = replan.standings().stream()
                .filter(standing -> standing.standing() == Standing.DRIFTED)
                .map(standing -> standing.track().id())
                .toList();

        assertThat(drifted).isNotEmpty();
        assertThat(replan.answers().get(0).diff().entries())
                .filteredOn(entry -> entry.before() != null
                        && drifted.contains(
                                Objects.requireNonNull(entry.before()).id()))
                .hasSize(drifted.size())
                .allSatisfy(entry -> {
                    assertThat(entry.drifted()).isTrue();
                    assertThat(entry.kind()).isNotEqualTo(Kind.KEPT);
                    assertThat(entry.why()).contains("moved away");
                });
        assertThat(replan.answers().get(0).schedule().violations()).isEmpty();
    }

    @Test
    void aWithdrawnRequestsTracksAreGoneAtNoCost() {
        String request = published.get(published.size() - 1).request();
        Replan replan = replan(0, new Change.Withdraw(request));

        assertThat(replan.answers().get(0).diff().entries())
                .filteredOn(entry -> entry.request().equals(request))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(Kind.GONE);
                    assertThat(entry.cost()).isZero();
                    assertThat(entry.why()).contains("no longer asked");
                });
    }

    @Test
    void aLateCriticalRequestIsServed() {
        Change late = Objects.requireNonNull(ReplanTrial.changes(PROBLEM).get("late critical request"))
                .changes()
                .get(0);
        Replan.Answer answer = replan(0, late).answers().get(0);

        assertThat(answer.schedule().tracks()).anyMatch(track -> track.request().equals("EMERGENCY"));
        assertThat(answer.diff().entries())
                .filteredOn(entry -> entry.request().equals("EMERGENCY"))
                .allSatisfy(entry -> assertThat(entry.why()).contains("came in with the change"));
    }

    @Test
    void withAStepLimitTheSameChangeHasTheSameAnswer() {
        assertThat(replan(0, outage()).answers().get(0).schedule())
                .isEqualTo(replan(0, outage()).answers().get(0).schedule());
    }

    @Test
    void noAlternativeIsAsGoodAsAnotherInEveryRespect() {
        List<Replan.Answer> answers = replan(4, outage(), slip()).answers();

        for (Replan.Answer answer : answers) {
            List<Replan.Answer> others = new ArrayList<>(answers);
            others.remove(answer);
            assertThat(others)
                    .noneMatch(other -> answer.schedule().critical().satisfied()
                                    >= other.schedule().critical().satisfied()
                            && answer.worth() >= other.worth()
                            && answer.changeCost() <= other.changeCost());
        }
    }

    @Test
    void theFirstAnswerIsOfMostValueWhicheverSearchFoundIt() {
        List<Replan.Answer> answers = replan(4, outage(), slip()).answers();

        Replan.Answer first = answers.get(0);
        assertThat(answers).allSatisfy(other -> {
            int critical = other.schedule().critical().satisfied();
            assertThat(critical).isLessThanOrEqualTo(first.schedule().critical().satisfied());
            if (critical == first.schedule().critical().satisfied()) {
                assertThat(other.worth() - other.changeCost()).isLessThanOrEqualTo(first.worth() - first.changeCost());
            }
        });
    }

    @Test
    void aRequestWhoseTimeHasPassedIsNotToldThatAPlaceIsFree() {
        Replan.Answer answer = replan(0, outage()).answers().get(0);

        assertThat(answer.schedule().unscheduled())
                .filteredOn(missed -> !Objects.requireNonNull(
                                answer.instance().requestsById().get(missed.request()))
                        .window()
                        .end()
                        .isAfter(FREEZE))
                .allSatisfy(missed -> assertThat(missed.reasons().get(0).code()).isEqualTo(ReasonCode.FROZEN));
    }
}
