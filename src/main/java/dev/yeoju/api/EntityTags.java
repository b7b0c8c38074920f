package dev.yeoju.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads the header {@code If-Match}. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([^\"]*)\"\\s*");

    private EntityTags() {}

    /**
     * The version that it names; null where the header is absent.
     *
     * @throws RequestException 400 when it is not one entity tag
     */
    static @Nullable String version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        // A proxy that compresses marks tags as weak; the version in them is the same.
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new RequestException(
                    HttpStatus.BAD_REQUEST,
                    "If-Match (" + ifMatch + ") is not one entity tag in quotes. Maybe the ETag of the schedule,"
                            + " \"3-17\".");
        }
        return tag.group(1);
    }
}
