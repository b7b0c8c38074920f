package dev.yeoju.exchange;

import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import tools.jackson.databind.node.ObjectNode;

/** {@link TrackRequest} -> an object of {@code requests}. */
final class RequestWriter {
    private RequestWriter() {}

    static ObjectNode request(TrackRequest request) {
        ObjectNode node = JsonTree.object()
                .put("id", request.id())
                .put("spacecraft", request.spacecraft())
                .put("service", request.service().name());
        if (request.band() != null) {
            node.put("band", request.band().label());
        }
        node.put("uplink", request.uplink());
        node.set("antennas", JsonTree.array(request.antennas(), option -> JsonTree.texts(option.antennas())));
        node.set("window", JsonTree.interval(request.window()));
        if (!request.exclude().isEmpty()) {
            node.set("exclude", JsonTree.array(request.exclude(), JsonTree::interval));
        }
        Recurrence recurrence = request.recurrence();
        if (recurrence != null) {
            ObjectNode again = JsonTree.object()
                    .put("every", recurrence.every().toString())
                    .put("count", recurrence.count());
            if (recurrence.minSeparation() != null) {
                again.put("minSeparation", recurrence.minSeparation().toString());
            }
            if (!recurrence.withdrawn().isEmpty()) {
                again.set("withdrawn", JsonTree.array(recurrence.withdrawn(), number -> JsonTree.number(number)));
            }
            node.set("recurrence", again);
        }
        node.put("minDuration", request.minDuration().toString())
                .put("preferredDuration", request.preferredDuration().toString())
                .put("setup", request.setup().toString())
                .put("teardown", request.teardown().toString());
        Split split = request.split();
        if (split != null) {
            node.set(
                    "split",
                    JsonTree.object()
                            .put("maxTracks", split.maxTracks())
                            .put("minTrackDuration", split.minTrackDuration().toString()));
        }
        node.set("priority", JsonTree.number(request.priority()));
        node.put("critical", request.critical()).put("mspa", request.mspa());
        node.put("exclusive", request.exclusive().name());
        if (request.minElevationDeg() != null) {
            node.set("minElevationDeg", JsonTree.number(request.minElevationDeg()));
        }
        if (request.preferredTime() != null) {
            node.put("preferredTime", request.preferredTime().toString());
        }
        if (!request.ties().isEmpty()) {
            node.set("ties", JsonTree.array(request.ties(), RequestWriter::tie));
        }
        return node;
    }

    private static ObjectNode tie(Tie tie) {
        ObjectNode node = JsonTree.object().put("type", tie.type().name()).put("request", tie.request());
        if (tie.min() != null) {
            node.put("min", tie.min().toString());
        }
        if (tie.max() != null) {
            node.put("max", tie.max().toString());
        }
        return node;
    }
}
