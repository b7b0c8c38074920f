package dev.yeoju.exchange;

import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests after expansion -> what the API shows of them: a request's fields, and the {@code series} and {@code mission} it belongs to. */
public final class ExpandedRequestsJson {
    private ExpandedRequestsJson() {}

    /** @param spacecraft the problem's, to name missions */
    public static ArrayNode toTree(List<TrackRequest> requests, List<Spacecraft> spacecraft) {
        Map<String, String> missions = new HashMap<>();
        spacecraft.forEach(one -> missions.put(one.id(), one.mission()));
        return JsonTree.array(requests, request -> {
            ObjectNode node = JsonTree.object().put("id", request.id());
            node.put("series", request.series() == null ? request.id() : request.series());
            node.put("spacecraft", request.spacecraft());
            node.put("mission", missions.getOrDefault(request.spacecraft(), request.spacecraft()));
            RequestWriter.request(request).properties().forEach(field -> {
                if (!node.has(field.getKey())) {
                    node.set(field.getKey(), field.getValue());
                }
            });
            return node;
        });
    }
}
