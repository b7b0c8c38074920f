package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.Exports;
import dev.yeoju.service.TrajectoryExports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules as files. */
@RestController
@RequestMapping("/api/v1/schedules/{id}/export")
@Tag(name = "Export")
class ExportsController {
    private static final String OEM = "oem";

    private final Exports exports;
    private final TrajectoryExports trajectories;

    ExportsController(Exports exports, TrajectoryExports trajectories) {
        this.exports = exports;
        this.trajectories = trajectories;
    }

    @GetMapping
    @Operation(
            summary = "The schedule as a file",
            description =
                    "The present revision, or the one that is named. Format oem is the trajectory of a spacecraft.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = FormatSchemas.COMPONENTS + "Schedule")),
                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                @Content(mediaType = "text/calendar", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> export(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable String spacecraft) {
        Exports.File file = format.equals(OEM)
                ? trajectories.oem(caller, id, required(spacecraft))
                : exports.export(caller, id, format(format), revision);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType() + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    private static String required(@Nullable String spacecraft) {
        if (spacecraft == null || spacecraft.isBlank()) {
            throw new RequestException(
                    HttpStatus.BAD_REQUEST,
                    "spacecraft is missing: format oem is the trajectory of one. Maybe add"
                            + " &spacecraft= with its id.");
        }
        return spacecraft;
    }

    private static Exports.Format format(String text) {
        return Arrays.stream(Exports.Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        HttpStatus.BAD_REQUEST,
                        "format (" + text + ") is none. Maybe one of "
                                + Arrays.stream(Exports.Format.values())
                                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", " + OEM + "."));
    }
}
