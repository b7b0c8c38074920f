package dev.yeoju.api;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schedule of the tests' problem on a running server, solved for half a second.
 *
 * @param path of the schedule, from the root
 */
record SolvedSchedule(RunningServer server, String path) {
    static SolvedSchedule on(RunningServer server) {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");
        return new SolvedSchedule(server, "/api/v1/schedules/" + id);
    }

    /** @param where below its path */
    HttpResponse<String> send(String method, String where, @Nullable String ifMatch, String body) {
        HttpRequest.Builder request = server.request(path + where)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return server.send(request);
    }

    String etag() {
        return server.get(path).headers().firstValue("ETag").orElseThrow();
    }

    JsonNode schedule() {
        return server.json(path).get("schedule");
    }
}
