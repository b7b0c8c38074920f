package dev.yeoju.api;

import dev.yeoju.service.AntennaPrices;
import dev.yeoju.service.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the antennas' time is worth. */
@RestController
@Tag(name = "Explanations")
class PricesController {
    private static final int HOUR_S = 3600;
    private static final int SHORTEST_S = 60;
    private static final int LONGEST_S = 7 * 24 * HOUR_S;

    private final AntennaPrices prices;

    PricesController(AntennaPrices prices) {
        this.prices = prices;
    }

    @GetMapping(path = "/api/v1/schedules/{id}/prices", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What the antennas' time costs, step by step",
            description = "What the best use of an antenna would lose without that step of time, by the prices of the"
                    + " bound; no antenna is listed while there is no bound.")
    AntennaPrices.View prices(
            Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String step) {
        return prices.of(caller, id, step == null ? HOUR_S : seconds(step));
    }

    private static int seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= SHORTEST_S && seconds <= LONGEST_S) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw badStep(text);
        }
        throw badStep(text);
    }

    private static RequestException badStep(String text) {
        return new RequestException(
                HttpStatus.BAD_REQUEST,
                "step (" + text + ") is not a number of seconds from " + SHORTEST_S + " to " + LONGEST_S + ". Maybe "
                        + HOUR_S + ".");
    }
}
