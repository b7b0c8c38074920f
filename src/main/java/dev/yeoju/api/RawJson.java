package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * JSON that is text already, put into an answer as it is.
 *
 * @param text well-formed JSON
 */
record RawJson(@JsonValue @JsonRawValue String text) {}
