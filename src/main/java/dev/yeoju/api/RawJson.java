package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * JSON that is text already, put into an answer as it is.
 *
 * @param text well-formed JSON
 */
@Schema(type = "object")
record RawJson(@JsonValue @JsonRawValue String text) {}
