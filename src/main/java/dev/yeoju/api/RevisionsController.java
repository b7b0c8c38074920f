package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yeoju.model.Violation;
import dev.yeoju.service.Caller;
import dev.yeoju.service.EditOutcome;
import dev.yeoju.service.RevisionDiff;
import dev.yeoju.service.Revisions;
import dev.yeoju.service.StatusView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a schedule was and is. */
@RestController
@RequestMapping("/api/v1/schedules/{id}")
@Tag(name = "Revisions")
class RevisionsController {
    /** A name for a revision; without a revision the present one is meant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Naming(@Nullable String name, @Nullable Integer revision) {}

    /** What to publish; without a revision the present one is meant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(@Nullable Integer revision, @Nullable Boolean acceptViolations) {}

    private final Revisions revisions;

    RevisionsController(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping(path = "/revisions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All revisions, first to last")
    List<Revisions.Item> all(Caller caller, @PathVariable String id) {
        return revisions.all(caller, id);
    }

    @PostMapping(
            path = "/revisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gives a revision a name")
    Revisions.Item name(Caller caller, @PathVariable String id, @RequestBody Naming naming) {
        return revisions.name(caller, id, naming.revision(), naming.name() == null ? "" : naming.name());
    }

    @GetMapping(path = "/revisions/{revision}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A revision's schedule")
    @ApiResponse(
            responseCode = "200",
            description = "The schedule as it was",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = FormatSchemas.COMPONENTS + "Schedule")))
    RawJson one(Caller caller, @PathVariable String id, @PathVariable int revision) {
        return new RawJson(revisions.body(caller, id, revision));
    }

    @PostMapping(path = "/revisions/{revision}/restore", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Makes an older revision the present one again, as a new revision",
            description = "Needs If-Match with the schedule's ETag.")
    ResponseEntity<EditView> restore(
            Caller caller,
            @PathVariable String id,
            @PathVariable int revision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditOutcome outcome = revisions.restore(caller, id, revision, EntityTags.version(ifMatch));
        return ResponseEntity.ok().eTag(String.valueOf(outcome.version())).body(EditView.of(outcome));
    }

    @GetMapping(path = "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What differs between two revisions",
            description = "From revision against (the one before, if left out) to revision to (the present one).")
    RevisionDiff diff(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer against,
            @RequestParam(required = false) @Nullable Integer to) {
        return revisions.diff(caller, id, against, to);
    }

    @PostMapping(path = "/publish", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Publishes a revision",
            description = "One that breaks rules is 409 unless acceptViolations is true. Needs If-Match.")
    StatusView publish(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Publication publication,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Publication what = publication == null ? new Publication(null, null) : publication;
        return revisions.publish(
                caller, id, what.revision(), Boolean.TRUE.equals(what.acceptViolations()), EntityTags.version(ifMatch));
    }

    @GetMapping(path = "/violations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The rules that it breaks, with stable ids")
    List<Violation> violations(Caller caller, @PathVariable String id) {
        return revisions.violations(caller, id);
    }

    @GetMapping(path = "/score", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Its score by term")
    Revisions.Score score(Caller caller, @PathVariable String id) {
        return revisions.score(caller, id);
    }
}
