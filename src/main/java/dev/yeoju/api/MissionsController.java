package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.MissionCalendars;
import dev.yeoju.service.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Calendars of missions. */
@RestController
@RequestMapping("/api/v1/missions/{mission}")
@Tag(name = "Calendars")
class MissionsController {
    /**
     * A calendar's address.
     *
     * @param id of the token, to revoke it: DELETE /api/v1/tokens/{id}
     * @param path with the token, shown this once
     */
    @Schema(name = "CalendarFeed")
    record Feed(String id, String path, Instant expiresAt) {}

    private final MissionCalendars calendars;
    private final Tokens tokens;

    MissionsController(MissionCalendars calendars, Tokens tokens) {
        this.calendars = calendars;
        this.tokens = tokens;
    }

    @GetMapping("/calendar.ics")
    @Operation(
            summary = "A mission's published passes, to subscribe to",
            description = "Calendars cannot log in: token stands for who subscribed. SEQUENCE is the revision, and UIDs"
                    + " stay, so that what moves moves in the calendar too.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> calendar(
            Caller caller, @PathVariable String mission, @RequestParam(required = false) @Nullable String token) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(calendars.calendar(caller, mission).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(path = "/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Makes an address of a mission's calendar",
            description = "Its token opens this calendar and nothing else, for a year or until it is revoked.")
    @ApiResponse(responseCode = "201", description = "The address", useReturnTypeSchema = true)
    ResponseEntity<Feed> feed(Caller caller, @PathVariable String mission) {
        Tokens.Issued issued = tokens.calendar(caller, mission);
        String path = "/api/v1/missions/" + UriUtils.encode(mission, StandardCharsets.UTF_8) + "/calendar.ics?token="
                + issued.secret();
        return ResponseEntity.created(URI.create(path))
                .body(new Feed(
                        issued.token().id(),
                        path,
                        Objects.requireNonNull(issued.token().expiresAt())));
    }
}
