package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.ScheduleViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of schedules. */
@RestController
@RequestMapping("/api/v1/schedules")
@Tag(name = "Schedules")
class EventsController {
    private final ScheduleViews views;
    private final EventStreams streams;

    EventsController(ScheduleViews views, EventStreams streams) {
        this.views = views;
        this.streams = streams;
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "What happens to it, as server-sent events",
            description = "status, improvement, and at last end, each with an id; resumes after Last-Event-ID.")
    @ApiResponse(
            responseCode = "200",
            description = "Events; the data of status and end is a StatusView, of improvement an Improvement",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    ResponseEntity<SseEmitter> events(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId) {
        SseEmitter emitter = streams.open(views.events(caller, id), eventId(lastId));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // Proxies that buffer would hold events back.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    /** An id that is none of ours starts from the beginning. */
    private static long eventId(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
