package dev.yeoju.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input.
 *
 * @param pointer JSON pointer of the field (RFC 6901), or the line of a text file
 * @param value the offending value as written, or null where the field is missing
 * @param message names the field, the value in parentheses and the fix
 */
public record Fault(String pointer, @Nullable String value, String message) {
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
}
