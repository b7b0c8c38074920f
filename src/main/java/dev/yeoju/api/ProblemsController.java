package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.ProblemLibrary;
import dev.yeoju.service.ProblemSummary;
import dev.yeoju.service.ServiceException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bundled and saved problems. */
@RestController
@RequestMapping("/api/v1/problems")
@Tag(name = "Problems")
class ProblemsController {
    private final ProblemLibrary library;

    ProblemsController(ProblemLibrary library) {
        this.library = library;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All problems: bundled ones, then saved ones")
    List<ProblemSummary> all(Caller caller) {
        return library.all(caller);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One problem, ready to be posted")
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
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "object"))))
    ResponseEntity<ProblemSummary> save(Caller caller, HttpServletRequest request) throws IOException {
        ProblemSummary saved = library.save(caller, Bodies.read(request));
        return ResponseEntity.created(URI.create("/api/v1/problems/" + saved.id()))
                .body(saved);
    }
}
