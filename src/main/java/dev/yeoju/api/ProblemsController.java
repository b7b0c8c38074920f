package dev.yeoju.api;

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
    List<ProblemSummary> all() {
        return library.all();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One problem, ready to be posted")
    ResponseEntity<RawJson> one(@PathVariable String id) {
        String body = library.body(id)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no problem (" + id + "). Maybe see /api/v1/problems for those there are."));
        return ResponseEntity.ok(new RawJson(body));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Saves a problem",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "object"))))
    ResponseEntity<ProblemSummary> save(HttpServletRequest request) throws IOException {
        ProblemSummary saved = library.save(Bodies.read(request));
        return ResponseEntity.created(URI.create("/api/v1/problems/" + saved.id()))
                .body(saved);
    }
}
