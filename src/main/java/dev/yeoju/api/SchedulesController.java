package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yeoju.service.Caller;
import dev.yeoju.service.JobStatus;
import dev.yeoju.service.ScheduleViews;
import dev.yeoju.service.SchedulingService;
import dev.yeoju.service.StatusView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Schedules: posting a problem makes one. */
@RestController
@RequestMapping("/api/v1/schedules")
@Tag(name = "Schedules")
class SchedulesController {
    private static final int KEY_LENGTH = 200;

    private final SchedulingService service;
    private final ScheduleViews views;

    SchedulesController(SchedulingService service, ScheduleViews views) {
        this.service = service;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Solves a problem",
            description = "The answer comes at once; follow the schedule's events.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = FormatSchemas.COMPONENTS + "Problem"))))
    @ApiResponse(responseCode = "202", description = "It waits for its turn", useReturnTypeSchema = true)
    ResponseEntity<ScheduleView> submit(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > KEY_LENGTH)) {
            throw new RequestException(
                    HttpStatus.BAD_REQUEST,
                    "The Idempotency-Key has " + key.length() + " characters, and 1 to " + KEY_LENGTH
                            + " are allowed. Maybe use a UUID.");
        }
        ScheduleViews.View view = views.view(caller, service.submit(caller, Bodies.read(request), key));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/schedules/" + view.status().id()))
                .eTag(view.version())
                .body(ScheduleView.of(view));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Schedules, newest first")
    ScheduleViews.Page page(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String cursor) {
        return views.page(caller, status == null || status.isEmpty() ? null : status(status), tag, cursor);
    }

    private static JobStatus status(String text) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        HttpStatus.BAD_REQUEST,
                        "status (" + text + ") is none. Maybe one of "
                                + Arrays.stream(JobStatus.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One schedule, whole")
    @ApiResponse(responseCode = "200", description = "The schedule", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "As If-None-Match has it", content = @Content)
    ResponseEntity<ScheduleView> one(Caller caller, @PathVariable String id, WebRequest request) {
        // Who has it already, and asks again, is answered before anything of it is read.
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                && request.checkNotModified(views.version(caller, id))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        ScheduleViews.View view = views.view(caller, id);
        return ResponseEntity.ok().eTag(view.version()).body(ScheduleView.of(view));
    }

    @GetMapping(path = "/{id}/status", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One schedule's status")
    StatusView statusOf(Caller caller, @PathVariable String id) {
        return views.status(caller, id);
    }

    @PostMapping(path = "/{id}/terminate", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ends its solve and keeps the best found")
    StatusView terminate(Caller caller, @PathVariable String id) {
        return service.terminate(caller, id);
    }

    @PostMapping(path = "/{id}/solve", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Solves it again around its pinned passes",
            description = "Works on the present revision and makes the next one; edits meanwhile are 409. The body may"
                    + " give timeLimit, stepLimit and seed in place of the problem's.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = SolveBody.class))))
    StatusView solve(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        return service.solve(caller, id, Bodies.read(request), EntityTags.version(ifMatch));
    }

    /** What a solve goes by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SolveBody(
            @Nullable String timeLimit,
            @Nullable Long stepLimit,
            @Nullable Long seed) {}

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes it")
    void delete(Caller caller, @PathVariable String id) {
        service.delete(caller, id);
    }
}
