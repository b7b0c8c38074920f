package dev.yeoju.service;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.exchange.ReplanOrder;
import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Replan;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.ReplanStore;
import dev.yeoju.store.StoredReplan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes one replanning from its stored change to its stored answers. One that is cut off begins anew elsewhere. */
@Component
class ReplanRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ReplanRunner.class);

    private final Engine engine;
    private final PreparedProblems prepared;
    private final Workspaces workspaces;
    private final EphemerisLibrary ephemerides;
    private final ReplanStore replans;
    private final RunningSolves running = new RunningSolves();
    private final InstanceJson json;

    ReplanRunner(
            Engine engine,
            PreparedProblems prepared,
            Workspaces workspaces,
            EphemerisLibrary ephemerides,
            ReplanStore replans,
            InstanceJson json) {
        this.engine = engine;
        this.prepared = prepared;
        this.workspaces = workspaces;
        this.ephemerides = ephemerides;
        this.replans = replans;
        this.json = json;
    }

    /** Those that this node works on right now. */
    RunningSolves running() {
        return running;
    }

    /**
     * Runs it to its end; what goes wrong with it ends up in its state.
     *
     * @throws UnfinishedException when it must be done elsewhere or later
     */
    void run(String id) {
        StoredReplan replan = replans.find(id).orElse(null);
        if (replan == null || !replan.state().equals(Replans.State.RUNNING.name())) {
            // Dropped meanwhile, or done by a node that was taken for dead.
            return;
        }
        StopSignal stop = running.begin(id);
        try {
            StoredReplan.Result result = answers(replan, stop);
            if (running.isEnding()) {
                throw new UnfinishedException();
            }
            replans.finish(id, result);
        } catch (UnfinishedException e) {
            throw e;
        } catch (CancellationException e) {
            if (running.isEnding()) {
                throw new UnfinishedException();
            }
            // Dropped: nobody waits for it.
        } catch (InvalidInputException e) {
            replans.fail(id, e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        } catch (ServiceException e) {
            replans.fail(id, e.getMessage());
        } catch (DataAccessException e) {
            LOG.warn("The replanning {} was cut off: {}", id, e.getMessage());
            throw new UnfinishedException();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String error =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Internal error {} in the replanning {}", error, id, e);
            replans.fail(id, "Internal error " + error + ". The details are in the service's log.");
        } finally {
            running.end(id, stop);
        }
    }

    private StoredReplan.Result answers(StoredReplan replan, StopSignal stop) {
        Schedule base = workspaces.revision(replan.scheduleId(), replan.baseRevision());
        ProblemInstance former = Instances.pinned(
                prepared.prepare(replan.scheduleId(), replan.baseVariant(), stop)
                        .instance(),
                base.tracks());
        ReplanOrder order = ChangeReader.order(
                replan.change().getBytes(StandardCharsets.UTF_8), former.problem(), Engine.REPLAN_OPTIONS);
        Evaluation evaluation = ScheduleChecker.evaluate(former, base.tracks());
        double worth = evaluation.value() + evaluation.terms().changes();
        Replanned replanned = engine.replan(
                former,
                ephemerides.files(),
                base.tracks(),
                order.changes(),
                order.answers() - 1,
                order.options(),
                first -> replans.propose(replan.id(), alternative(1, first, replan, base, worth)),
                stop);
        if (stop.isStopped()) {
            throw new CancellationException();
        }
        Replan found = replanned.replan();
        List<StoredReplan.Alternative> alternatives = new ArrayList<>();
        for (Replan.Answer answer : found.answers()) {
            alternatives.add(alternative(alternatives.size() + 1, answer, replan, base, worth));
        }
        return new StoredReplan.Result(
                texts(replanned.prepared().instance(), replan), json.strings(found.notes()), alternatives);
    }

    private StoredReplan.Alternative alternative(
            int number, Replan.Answer answer, StoredReplan replan, Schedule base, double worth) {
        return new StoredReplan.Alternative(
                number,
                json.text(ReplanAlternative.of(number, answer, replan.baseRevision(), base, worth)),
                json.schedule(answer.schedule()));
    }

    private ProblemTexts texts(ProblemInstance instance, StoredReplan replan) {
        Problem problem = instance.problem();
        String body = ProblemWriter.toTree(problem).toString();
        return new ProblemTexts(
                body,
                body,
                json.requests(problem, RequestExpansion.of(problem.requests())),
                json.viewPeriods(instance.viewPeriods()),
                json.strings(instance.warnings()),
                new ProblemTexts.Origin(replan.baseVariant(), replan.change()));
    }
}
