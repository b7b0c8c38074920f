package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.EphemerisLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ephemerides that problems name by id. */
@RestController
@RequestMapping("/api/v1/ephemerides")
@Tag(name = "Ephemerides")
class EphemeridesController {
    private final EphemerisLibrary library;

    EphemeridesController(EphemerisLibrary library) {
        this.library = library;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Uploads a CCSDS OEM, KVN or XML",
            description = "Its id is the SHA-256 of the file: sending it again answers with the one that is there.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "201", description = "It is kept", useReturnTypeSchema = true)
    ResponseEntity<EphemerisLibrary.Upload> save(Caller caller, HttpServletRequest request) throws IOException {
        EphemerisLibrary.Upload upload = library.save(caller, Bodies.read(request));
        return ResponseEntity.created(URI.create("/api/v1/ephemerides/" + upload.id()))
                .body(upload);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What an uploaded ephemeris covers")
    EphemerisLibrary.Upload one(@PathVariable String id) {
        return library.find(id);
    }

    @GetMapping(path = "/{id}/file", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The file as it was uploaded")
    String file(@PathVariable String id) {
        return library.content(id);
    }
}
