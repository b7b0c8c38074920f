package dev.yeoju.api;

import dev.yeoju.model.PassEdit;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import dev.yeoju.service.Caller;
import dev.yeoju.service.Explanations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why requests are served as they are, and where they could be. */
@RestController
@RequestMapping("/api/v1/schedules/{id}/requests/{rid}")
@Tag(name = "Explanations")
class ExplanationsController {
    private static final int USUAL_PLACES = 10;
    private static final int MOST_PLACES = 50;

    /** Places for a request, the best first. */
    @Schema(name = "Places")
    record PlacesView(List<PlaceView> places) {}

    /** See {@link Explanations.RankedPlace}; {@code edits} is a body for {@code POST …/edits}. */
    @Schema(name = "RankedPlace")
    record PlaceView(
            List<String> antennas,
            Instant bot,
            Instant eot,
            List<Track> tracks,
            double valueDelta,
            int criticalDelta,
            List<String> displaces,
            List<Violation> violations,
            List<PassesController.Edit> edits) {
        static PlaceView of(Explanations.RankedPlace place) {
            return new PlaceView(
                    place.antennas(),
                    place.bot(),
                    place.eot(),
                    place.tracks(),
                    place.valueDelta(),
                    place.criticalDelta(),
                    place.displaces(),
                    place.violations(),
                    place.edits().stream().map(PlaceView::edit).toList());
        }

        private static PassesController.Edit edit(PassEdit edit) {
            if (edit instanceof PassEdit.Add add) {
                return new PassesController.Edit(
                        "ADD", null, add.request(), add.antennas(), add.bot(), add.eot(), add.pinned());
            }
            if (edit instanceof PassEdit.Change change) {
                return new PassesController.Edit(
                        "CHANGE", change.pass(), null, change.antennas(), change.bot(), change.eot(), change.pinned());
            }
            return new PassesController.Edit("REMOVE", ((PassEdit.Remove) edit).pass(), null, null, null, null, null);
        }
    }

    private final Explanations explanations;

    ExplanationsController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping(path = "/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Why a request is served as it is",
            description = "View period by view period what blocks it and what it would displace; relaxations that would"
                    + " serve it, each tried out; for its tracks, the next best place. The request's id is"
                    + " percent-encoded: KPLO-TM%2F1.")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = FormatSchemas.COMPONENTS + "Explanation")))
    RawJson explanation(Caller caller, @PathVariable String id, @PathVariable String rid) {
        return new RawJson(explanations.explanation(caller, id, rid));
    }

    @GetMapping(path = "/places", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Where a request could be put, the best place first, each tried out")
    PlacesView places(
            Caller caller,
            @PathVariable String id,
            @PathVariable String rid,
            @RequestParam(required = false) @Nullable String limit) {
        int most = limit == null ? USUAL_PLACES : number(limit);
        return new PlacesView(explanations.places(caller, id, rid, most).stream()
                .map(PlaceView::of)
                .toList());
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_PLACES) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw badLimit(text);
        }
        throw badLimit(text);
    }

    private static RequestException badLimit(String text) {
        return new RequestException(
                HttpStatus.BAD_REQUEST,
                "limit (" + text + ") is not a number from 1 to " + MOST_PLACES + ". Maybe " + USUAL_PLACES + ".");
    }
}
