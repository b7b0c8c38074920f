package dev.yeoju.exchange;

import dev.yeoju.model.Place;
import dev.yeoju.model.Reason;
import dev.yeoju.model.Replan;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackStanding;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Explanations, places, differences and answers to changes -> JSON (docs/problem-format.md). */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** Explanations as a text of their own. */
    public static String write(List<RequestExplanation> explanations) {
        ObjectNode node = JsonTree.object();
        node.set("explanations", JsonTree.array(explanations, ExplanationJson::explanation));
        return JsonTree.text(node);
    }

    /** Why one request is served as it is. */
    public static ObjectNode explanation(RequestExplanation explanation) {
        ObjectNode node = JsonTree.object().put("request", explanation.request());
        node.set("hours", figure(explanation.hours()));
        node.set("minHours", figure(explanation.minHours()));
        node.set("preferredHours", figure(explanation.preferredHours()));
        node.set("reasons", JsonTree.array(explanation.reasons(), ExplanationJson::reason));
        node.set("periods", JsonTree.array(explanation.periods(), period -> {
            ObjectNode entry = JsonTree.object();
            entry.set("antennas", JsonTree.texts(period.antennas()));
            entry.put("start", period.times().start().toString())
                    .put("end", period.times().end().toString())
                    .put("code", period.code().name())
                    .put("text", period.text());
            entry.set("blockedBy", JsonTree.texts(period.blockedBy()));
            entry.set("price", figure(period.price()));
            entry.set("place", placeOrNull(period.place()));
            return entry;
        }));
        node.set("relaxations", JsonTree.array(explanation.relaxations(), relaxation -> {
            ObjectNode entry =
                    JsonTree.object().put("kind", relaxation.kind().name()).put("text", relaxation.text());
            entry.set("cost", figure(relaxation.place().cost()));
            entry.set("request", RequestWriter.request(relaxation.relaxed()));
            entry.set("place", place(relaxation.place()));
            return entry;
        }));
        node.set("tracks", JsonTree.array(explanation.tracks(), placed -> {
            ObjectNode entry = JsonTree.object();
            entry.set("track", TrackWriter.track(placed.track()));
            entry.put("why", placed.why());
            entry.set("next", placeOrNull(placed.next()));
            return entry;
        }));
        node.set("backup", placeOrNull(explanation.backup()));
        return node;
    }

    /** A place that was tried out; the schedule that it leads to is left out. */
    public static ObjectNode place(Place place) {
        ObjectNode node = JsonTree.object();
        node.set("tracks", JsonTree.array(place.tracks(), TrackWriter::track));
        node.set("displaced", JsonTree.texts(place.displaced()));
        node.set("valueChange", figure(place.valueChange()));
        node.put("criticalChange", place.criticalChange());
        return node;
    }

    /** What differs between two schedules; tracks that are as they were are counted, not listed. */
    public static ObjectNode diff(ScheduleDiff diff) {
        ObjectNode node = JsonTree.object().put("kept", diff.entries().size() - diff.changes());
        node.set(
                "changes",
                JsonTree.array(
                        diff.entries().stream()
                                .filter(ScheduleDiff.Entry::isChange)
                                .toList(),
                        entry -> {
                            ObjectNode change = JsonTree.object()
                                    .put("kind", entry.kind().name())
                                    .put("request", entry.request());
                            change.set("before", trackOrNull(entry.before()));
                            change.set("after", trackOrNull(entry.after()));
                            change.put("drifted", entry.drifted());
                            change.set("cost", figure(entry.cost()));
                            change.put("why", entry.why());
                            return change;
                        }));
        return node;
    }

    /** An answer to changes but for its schedule and problem. */
    public static ObjectNode answer(Replan.Answer answer) {
        ObjectNode node = JsonTree.object();
        node.set("value", figure(answer.schedule().value()));
        node.set("worth", figure(answer.worth()));
        node.set("changeCost", figure(answer.changeCost()));
        node.set("costFactor", JsonTree.number(answer.costFactor()));
        node.set("diff", diff(answer.diff()));
        return node;
    }

    /** A published track that changes left no room for, or that stays because it must. */
    public static ObjectNode standing(TrackStanding standing) {
        return JsonTree.object()
                .put("track", standing.track().id())
                .put("standing", standing.standing().name())
                .put("why", standing.why());
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = JsonTree.object().put("code", reason.code().name()).put("text", reason.text());
        node.set("blockedBy", JsonTree.texts(reason.blockedBy()));
        return node;
    }

    private static JsonNode placeOrNull(@Nullable Place place) {
        return place == null ? JsonNodeFactory.instance.nullNode() : place(place);
    }

    private static JsonNode trackOrNull(@Nullable Track track) {
        return track == null ? JsonNodeFactory.instance.nullNode() : TrackWriter.track(track);
    }

    private static JsonNode figure(@Nullable Double value) {
        return JsonTree.rounded(value, ScheduleJson.FIGURE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
