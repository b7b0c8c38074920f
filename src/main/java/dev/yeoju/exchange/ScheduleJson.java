package dev.yeoju.exchange;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.Figures;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Reason;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Violation;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link Schedule} <-> schedule JSON. Figures are rounded to {@value #FIGURE_DECIMALS} decimals, the bound upwards so that
 * it stays one, prices not at all. Writing what was read gives the same text.
 */
public final class ScheduleJson {
    /** Decimals of hours and values. */
    public static final int FIGURE_DECIMALS = 6;

    private static final int PERCENT_DECIMALS = 4;

    private ScheduleJson() {}

    /** The schedule as text. */
    public static String write(Schedule schedule) {
        return JsonTree.text(toTree(schedule));
    }

    /** The schedule as a part of a larger answer. */
    public static ObjectNode toTree(Schedule schedule) {
        ObjectNode node = JsonTree.object()
                .put("schemaVersion", schedule.schemaVersion())
                .put("problem", schedule.problem())
                .put("status", schedule.status().name());
        node.set("value", figure(schedule.value()));
        node.set("bound", JsonTree.rounded(schedule.bound(), FIGURE_DECIMALS, RoundingMode.CEILING));
        node.set("gapPercent", JsonTree.rounded(schedule.gapPercent(), PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
        ObjectNode critical = JsonTree.object()
                .put("satisfied", schedule.critical().satisfied())
                .put("requests", schedule.critical().requests());
        if (schedule.critical().most() != null) {
            critical.put("most", schedule.critical().most());
        }
        node.set("critical", critical);
        node.set("figures", figures(schedule.figures()));
        node.set("tracks", JsonTree.array(schedule.tracks(), TrackWriter::track));
        node.set("unscheduled", JsonTree.array(schedule.unscheduled(), missed -> {
            ObjectNode entry = JsonTree.object().put("request", missed.request());
            entry.set("reasons", reasons(missed.reasons()));
            return entry;
        }));
        node.set("short", JsonTree.array(schedule.shortRequests(), cut -> {
            ObjectNode entry = JsonTree.object().put("request", cut.request());
            entry.set("hours", figure(cut.hours()));
            entry.set("preferredHours", figure(cut.preferredHours()));
            entry.set("reasons", reasons(cut.reasons()));
            return entry;
        }));
        node.set("violations", JsonTree.array(schedule.violations(), ScheduleJson::violation));
        Certificate certificate = schedule.certificate();
        if (certificate != null) {
            ObjectNode proof = JsonTree.object();
            proof.set("requestPrices", numbers(certificate.requestPrices()));
            proof.set("missionPrices", numbers(certificate.missionPrices()));
            proof.set("multipliers", numbers(certificate.multipliers()));
            node.set("certificate", proof);
        }
        return node;
    }

    /**
     * Reads a schedule. Whether it fits a problem is the checker's business.
     *
     * @param json UTF-8
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID, with every fault, when it is no schedule
     */
    public static Schedule read(byte[] json) {
        Faults faults = new Faults();
        Schedule schedule = ScheduleReader.read(Value.root(JsonText.read(json, faults), "", faults));
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        if (schedule == null) {
            throw new IllegalStateException("The schedule is wrong, and no fault says why.");
        }
        return schedule;
    }

    private static JsonNode figure(double value) {
        return JsonTree.rounded(value, FIGURE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static ObjectNode figures(Figures figures) {
        ObjectNode node = JsonTree.object();
        node.set("trackedHours", figure(figures.trackedHours()));
        node.set("requestedHours", figure(figures.requestedHours()));
        node.put("satisfied", figures.satisfied()).put("requests", figures.requests());
        node.set("uRms", figure(figures.uRms()));
        node.set("uMax", figure(figures.uMax()));
        node.set("missions", JsonTree.array(figures.missions(), mission -> {
            ObjectNode entry = JsonTree.object().put("mission", mission.mission());
            entry.set("trackedHours", figure(mission.trackedHours()));
            entry.set("requestedHours", figure(mission.requestedHours()));
            entry.put("satisfied", mission.satisfied()).put("requests", mission.requests());
            entry.set("unsatisfiedFraction", figure(mission.unsatisfiedFraction()));
            return entry;
        }));
        return node;
    }

    private static ArrayNode reasons(List<Reason> reasons) {
        return JsonTree.array(reasons, reason -> {
            ObjectNode node =
                    JsonTree.object().put("code", reason.code().name()).put("text", reason.text());
            node.set("blockedBy", JsonTree.texts(reason.blockedBy()));
            return node;
        });
    }

    /** A broken rule, as a part of a larger answer. */
    public static ObjectNode violation(Violation violation) {
        ObjectNode node = JsonTree.object()
                .put("id", violation.id())
                .put("code", violation.code())
                .put("text", violation.text());
        node.set("tracks", JsonTree.texts(violation.tracks()));
        node.set("requests", JsonTree.texts(violation.requests()));
        return node;
    }

    private static ObjectNode numbers(Map<String, Double> numbers) {
        ObjectNode node = JsonTree.object();
        new TreeMap<>(numbers).forEach((name, number) -> node.set(name, JsonTree.number(number)));
        return node;
    }
}
