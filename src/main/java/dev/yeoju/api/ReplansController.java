package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.yeoju.service.Caller;
import dev.yeoju.service.EditOutcome;
import dev.yeoju.service.ReplanAlternative;
import dev.yeoju.service.Replans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers to changes: launch slips, outages, new and withdrawn requests, new ephemerides. */
@RestController
@RequestMapping("/api/v1/schedules/{id}")
@Tag(name = "Replanning")
class ReplansController {
    /** What changed; see the change format. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplanBody(
            Instant at,
            @Nullable Instant freezeUntil,

            @ArraySchema(schema = @Schema(ref = FormatSchemas.COMPONENTS + "Change"))
            List<Object> changes,

            @Nullable Integer alternatives,
            @Nullable String timeLimit,
            @Nullable Long stepLimit,
            @Nullable Long seed) {}

    /** An answer; see {@link ReplanAlternative}. */
    @Schema(name = "Alternative")
    record AlternativeView(
            @JsonUnwrapped ReplanAlternative summary,

            @Schema(ref = FormatSchemas.COMPONENTS + "Schedule")
            RawJson schedule) {}

    /** See {@link Replans.View}. */
    record ReplanView(
            String id,
            Replans.State status,
            Instant createdAt,
            @Nullable String error,
            int baseRevision,

            @Schema(ref = FormatSchemas.COMPONENTS + "ReplanBody")
            RawJson change,

            List<String> notes,
            List<AlternativeView> alternatives) {
        static ReplanView of(Replans.View view) {
            return new ReplanView(
                    view.id(),
                    view.status(),
                    view.createdAt(),
                    view.error(),
                    view.baseRevision(),
                    new RawJson(view.change()),
                    view.notes(),
                    view.alternatives().stream()
                            .map(each -> new AlternativeView(each.summary(), new RawJson(each.schedule())))
                            .toList());
        }
    }

    private final Replans replans;

    ReplansController(Replans replans) {
        this.replans = replans;
    }

    @PostMapping(
            path = "/replan",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Looks for schedules that answer changes",
            description = "Needs If-Match with the schedule's ETag. The answers are proposals: the schedule stays as it"
                    + " is until one is accepted.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReplanBody.class))))
    @ApiResponse(responseCode = "202", description = "It is looked for", useReturnTypeSchema = true)
    ResponseEntity<ReplanView> start(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        Replans.View view = replans.start(caller, id, Bodies.read(request), EntityTags.version(ifMatch));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/schedules/" + id + "/replans/" + view.id()))
                .body(ReplanView.of(view));
    }

    @GetMapping(path = "/replans/{replanId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far a replanning is, and its answers")
    ReplanView one(Caller caller, @PathVariable String id, @PathVariable String replanId) {
        return ReplanView.of(replans.view(caller, id, replanId));
    }

    @PostMapping(path = "/replans/{replanId}/alternatives/{n}/accept", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Makes an answer the next revision, and the changed problem the schedule's",
            description = "Needs If-Match with the schedule's ETag; 409 when the schedule is at another revision than"
                    + " the one that the answer is to.")
    ResponseEntity<EditView> accept(
            Caller caller,
            @PathVariable String id,
            @PathVariable String replanId,
            @PathVariable int n,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditOutcome outcome = replans.accept(caller, id, replanId, n, EntityTags.version(ifMatch));
        return ResponseEntity.ok().eTag(String.valueOf(outcome.version())).body(EditView.of(outcome));
    }

    @DeleteMapping("/replans/{replanId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drops the answers; a replanning that runs ends")
    void drop(Caller caller, @PathVariable String id, @PathVariable String replanId) {
        replans.drop(caller, id, replanId);
    }
}
