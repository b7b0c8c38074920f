package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.yeoju.service.Caller;
import dev.yeoju.service.ProblemImports;
import dev.yeoju.service.ProblemLibrary;
import dev.yeoju.service.ProblemSummary;
import dev.yeoju.service.ServiceException;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bundled and saved problems. */
@RestController
@RequestMapping("/api/v1/problems")
@Tag(name = "Problems")
class ProblemsController {
    /** A problem that was made of a file; see {@link ProblemImports.Imported}. */
    record ImportView(@JsonUnwrapped ProblemSummary problem, ProblemImports.Format format, List<String> warnings) {}

    private final ProblemLibrary library;
    private final ProblemImports imports;

    ProblemsController(ProblemLibrary library, ProblemImports imports) {
        this.library = library;
        this.imports = imports;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All problems: bundled ones, then saved ones")
    List<ProblemSummary> all(Caller caller) {
        return library.all(caller);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One problem, ready to be posted")
    @ApiResponse(
            responseCode = "200",
            description = "The problem",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = FormatSchemas.COMPONENTS + "Problem")))
    ResponseEntity<RawJson> one(Caller caller, @PathVariable String id) {
        String body = library.body(caller, id)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no problem (" + id + "). Maybe see /api/v1/problems for those there are."));
        return ResponseEntity.ok(new RawJson(body));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Saves a problem",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = FormatSchemas.COMPONENTS + "Problem"))))
    @ApiResponse(responseCode = "201", description = "It is saved", useReturnTypeSchema = true)
    ResponseEntity<ProblemSummary> save(Caller caller, HttpServletRequest request) throws IOException {
        ProblemSummary saved = library.save(caller, Bodies.read(request));
        return ResponseEntity.created(URI.create("/api/v1/problems/" + saved.id()))
                .body(saved);
    }

    @PostMapping(path = "/import", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Saves a problem made of a file of another format",
            description =
                    "format is auto (the default), problem, satnet, ccsds or oem. A CCSDS schedule needs problem, the"
                            + " id of the one that it is of; an OEM takes antenna, one of the catalogue (KDSA if absent). SatNet's"
                            + " maintenance table goes beside the requests: {requests: […], maintenance: [lines]}.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "*/*", schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "201", description = "It is saved", useReturnTypeSchema = true)
    ResponseEntity<ImportView> importFile(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "auto") String format,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String antenna)
            throws IOException {
        ProblemImports.Format chosen = format(format);
        ProblemImports.Imported saved = imports.save(caller, Bodies.read(request), chosen, problem, antenna);
        return ResponseEntity.created(
                        URI.create("/api/v1/problems/" + saved.problem().id()))
                .body(new ImportView(saved.problem(), saved.format(), saved.warnings()));
    }

    private static ProblemImports.Format format(String text) {
        return Arrays.stream(ProblemImports.Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        HttpStatus.BAD_REQUEST,
                        "format (" + text + ") is none. Maybe one of "
                                + Arrays.stream(ProblemImports.Format.values())
                                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
