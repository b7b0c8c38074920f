package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.ViewPeriodService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** View periods, with directions on request. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Visibility")
class VisibilityController {
    private static final double LEAST_STEP_S = 1;
    private static final double MOST_STEP_S = 86_400;

    private final ViewPeriodService service;

    VisibilityController(ViewPeriodService service) {
        this.service = service;
    }

    @PostMapping(
            path = "/visibility",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The view periods of a problem",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = FormatSchemas.COMPONENTS + "Problem"))))
    @ApiResponse(
            responseCode = "200",
            description = "View periods",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = FormatSchemas.COMPONENTS + "ViewPeriods")))
    RawJson compute(Caller caller, HttpServletRequest request) throws IOException {
        return new RawJson(service.compute(caller, Bodies.read(request)));
    }

    @GetMapping(path = "/schedules/{id}/view-periods", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The view periods of a schedule, with directions every so many seconds",
            description = "step is the seconds between samples; without it there are no samples. sky says where Sun and"
                    + " Moon are too; antenna and spacecraft leave the others out.")
    @ApiResponse(
            responseCode = "200",
            description = "View periods",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = FormatSchemas.COMPONENTS + "ViewPeriods")))
    RawJson ofSchedule(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "false") boolean sky,
            @RequestParam(required = false) @Nullable String antenna,
            @RequestParam(required = false) @Nullable String spacecraft) {
        ViewPeriodService.Sampling sampling =
                step == null ? null : new ViewPeriodService.Sampling(stepS(step), sky, antenna, spacecraft);
        return new RawJson(service.ofSchedule(caller, id, sampling));
    }

    private static double stepS(String text) {
        try {
            double stepS = Double.parseDouble(text);
            if (stepS >= LEAST_STEP_S && stepS <= MOST_STEP_S) {
                return stepS;
            }
        } catch (NumberFormatException e) {
            throw badStep(text);
        }
        throw badStep(text);
    }

    private static RequestException badStep(String text) {
        return new RequestException(
                HttpStatus.BAD_REQUEST, "step (" + text + ") is not a number of seconds from 1 to 86400. Maybe 300.");
    }
}
