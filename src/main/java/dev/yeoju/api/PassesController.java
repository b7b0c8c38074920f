package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yeoju.exchange.PassEditReader;
import dev.yeoju.model.PassEdit;
import dev.yeoju.model.Track;
import dev.yeoju.service.Caller;
import dev.yeoju.service.EditOutcome;
import dev.yeoju.service.ScheduleEdits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Planners' edits. One that breaks rules is done and answered with its violations: planners are warned, not blocked. */
@RestController
@RequestMapping("/api/v1/schedules/{id}")
@Tag(name = "Passes")
class PassesController {
    /** A pass placed by hand. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewPass(
            String request,
            List<String> antennas,
            Instant bot,
            Instant eot,
            @Nullable Boolean pinned) {}

    /** What of a pass changes; what is left out stays. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PassChange(
            @Nullable List<String> antennas,
            @Nullable Instant bot,
            @Nullable Instant eot,
            @Nullable Boolean pinned) {}

    /** One of several edits: ADD with request, antennas, bot, eot; CHANGE and REMOVE with pass. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Edit(
            String type,
            @Nullable String pass,
            @Nullable String request,
            @Nullable List<String> antennas,
            @Nullable Instant bot,
            @Nullable Instant eot,
            @Nullable Boolean pinned) {}

    /** Edits, done one after the other. */
    record Edits(List<Edit> edits) {}

    private final ScheduleEdits edits;

    PassesController(ScheduleEdits edits) {
        this.edits = edits;
    }

    @PostMapping(
            path = "/passes",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Places a request by hand",
            description = "Needs If-Match with the schedule's ETag; 412 says what changed since.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewPass.class))))
    @ApiResponse(responseCode = "201", description = "It is placed", useReturnTypeSchema = true)
    ResponseEntity<EditView> add(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        PassEdit edit = PassEditReader.add(Bodies.read(request));
        EditOutcome outcome = edits.save(caller, id, List.of(edit), EntityTags.version(ifMatch), null);
        Track pass = outcome.pass();
        String passId = pass == null ? "" : UriUtils.encode(pass.id(), StandardCharsets.UTF_8);
        return ResponseEntity.created(URI.create("/api/v1/schedules/" + id + "/passes/" + passId))
                .eTag(String.valueOf(outcome.version()))
                .body(EditView.of(outcome));
    }

    @PatchMapping(
            path = "/passes/{passId}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Moves, resizes, pins or unpins a pass",
            description = "The pass's id is percent-encoded: KPLO-TM%2F1%231. Needs If-Match with the schedule's ETag.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = PassChange.class))))
    ResponseEntity<EditView> change(
            Caller caller,
            @PathVariable String id,
            @PathVariable String passId,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        PassEdit edit = PassEditReader.change(passId, Bodies.read(request));
        return saved(edits.save(caller, id, List.of(edit), EntityTags.version(ifMatch), null));
    }

    @DeleteMapping(path = "/passes/{passId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a pass out", description = "Needs If-Match with the schedule's ETag.")
    ResponseEntity<EditView> remove(
            Caller caller,
            @PathVariable String id,
            @PathVariable String passId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        PassEdit edit = new PassEdit.Remove(passId);
        return saved(edits.save(caller, id, List.of(edit), EntityTags.version(ifMatch), null));
    }

    @PostMapping(
            path = "/edits",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Does several edits as one revision",
            description = "Needs If-Match with the schedule's ETag.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Edits.class))))
    ResponseEntity<EditView> saveAll(
            Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch)
            throws IOException {
        List<PassEdit> all = PassEditReader.all(Bodies.read(request));
        return saved(edits.save(caller, id, all, EntityTags.version(ifMatch), null));
    }

    @PostMapping(
            path = "/what-if",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Scores edits without saving them",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Edits.class))))
    EditView tryOut(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        return EditView.of(edits.tryOut(caller, id, PassEditReader.all(Bodies.read(request))));
    }

    private static ResponseEntity<EditView> saved(EditOutcome outcome) {
        return ResponseEntity.ok().eTag(String.valueOf(outcome.version())).body(EditView.of(outcome));
    }
}
