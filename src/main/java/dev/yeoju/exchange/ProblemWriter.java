package dev.yeoju.exchange;

import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.Problem;
import dev.yeoju.model.SolverOptions;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link Problem} -> problem JSON, canonical: every field in a fixed order, defaults written out, fields that say nothing
 * left out. Reading it gives an equal problem.
 */
public final class ProblemWriter {
    private ProblemWriter() {}

    /** The problem as text, in UTF-8 when it becomes bytes. */
    public static String toJson(Problem problem) {
        return JsonTree.text(toTree(problem));
    }

    /** The problem as a part of a larger answer. */
    public static ObjectNode toTree(Problem problem) {
        ObjectNode node =
                JsonTree.object().put("schemaVersion", problem.schemaVersion()).put("name", problem.name());
        node.put("description", problem.description());
        node.set("tags", JsonTree.texts(problem.tags()));
        node.set("horizon", JsonTree.interval(problem.horizon()));
        node.set("geometry", geometry(problem.geometry()));
        node.set("antennas", JsonTree.array(problem.antennas(), AntennaWriter::antenna));
        if (!problem.complexes().isEmpty()) {
            node.set("complexes", JsonTree.array(problem.complexes(), ProblemWriter::complex));
        }
        node.set("spacecraft", JsonTree.array(problem.spacecraft(), SpacecraftWriter::spacecraft));
        node.set("requests", JsonTree.array(problem.requests(), RequestWriter::request));
        if (!problem.viewPeriods().isEmpty()) {
            node.set("viewPeriods", JsonTree.array(problem.viewPeriods(), ProblemWriter::viewPeriod));
        }
        if (!problem.pins().isEmpty()) {
            node.set("pins", JsonTree.array(problem.pins(), TrackWriter::track));
        }
        if (!problem.published().isEmpty()) {
            node.set("published", JsonTree.array(problem.published(), TrackWriter::track));
        }
        node.set("objective", objective(problem.objective()));
        node.set("solver", solver(problem.solver()));
        return node;
    }

    private static ObjectNode geometry(Geometry geometry) {
        return JsonTree.object()
                .put("lightTime", geometry.lightTime())
                .put("refraction", geometry.refraction().name())
                .put("occultation", geometry.occultation())
                .put("sepAction", geometry.sepAction().name())
                .put("keyholeAction", geometry.keyholeAction().name());
    }

    private static ObjectNode complex(AntennaComplex complex) {
        ObjectNode node = JsonTree.object().put("id", complex.id());
        if (complex.maxSimultaneousTracks() != null) {
            node.put("maxSimultaneousTracks", complex.maxSimultaneousTracks());
        }
        if (complex.maxSimultaneousUplinks() != null) {
            node.put("maxSimultaneousUplinks", complex.maxSimultaneousUplinks());
        }
        return node;
    }

    private static ObjectNode viewPeriod(GivenViewPeriod period) {
        ObjectNode node = JsonTree.object().put("antenna", period.antenna());
        if (period.spacecraft() != null) {
            node.put("spacecraft", period.spacecraft());
        }
        if (period.request() != null) {
            node.put("request", period.request());
        }
        node.put("aos", period.aos().toString()).put("los", period.los().toString());
        if (period.transmitOn() != null) {
            node.put("transmitOn", period.transmitOn().toString());
        }
        if (period.transmitOff() != null) {
            node.put("transmitOff", period.transmitOff().toString());
        }
        return node;
    }

    private static ObjectNode objective(Objective objective) {
        ObjectNode node = JsonTree.object().put("preset", objective.preset().label());
        node.set("satisfiedBonusHours", JsonTree.number(objective.satisfiedBonusHours()));
        node.set("fairnessWeight", JsonTree.number(objective.fairnessWeight()));
        node.put("fairnessWeighting", objective.fairnessWeighting().name());
        node.set("worstMissionWeight", JsonTree.number(objective.worstMissionWeight()));
        ChangeCosts change = objective.change();
        if (!change.equals(ChangeCosts.DEFAULT)) {
            ObjectNode costs = JsonTree.object();
            costs.set("move", JsonTree.number(change.move()));
            costs.set("shorten", JsonTree.number(change.shorten()));
            costs.set("add", JsonTree.number(change.add()));
            costs.set("drop", JsonTree.number(change.drop()));
            costs.set("nearFactor", JsonTree.number(change.nearFactor()));
            if (change.at() != null) {
                costs.put("at", change.at().toString());
            }
            costs.put("nearSpan", change.nearSpan().toString());
            costs.put("tolerance", change.tolerance().toString());
            node.set("change", costs);
        }
        return node;
    }

    private static ObjectNode solver(SolverOptions solver) {
        return JsonTree.object()
                .put("timeLimit", solver.timeLimit().toString())
                .put("stepLimit", solver.stepLimit())
                .put("seed", solver.seed());
    }
}
