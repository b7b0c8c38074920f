package dev.yeoju.ephemeris;

import dev.yeoju.model.Fault;
import java.util.Locale;
import org.hipparchus.exception.LocalizedException;
import org.jspecify.annotations.Nullable;

/** A source of motion that cannot be used, or a state asked for where there is none; the message is ready for users. */
public final class EphemerisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /**
     * @param where the file, and its line when known ("kplo.oem:12"), or the field of the problem
     * @param value the offending value as written, or null where there is none
     * @param message names the field, the value in parentheses and the fix
     */
    public EphemerisException(String where, @Nullable String value, String message) {
        super(where.isEmpty() ? message : where + ": " + message);
        this.fault = new Fault(where, value, message);
    }

    /** What a library's exception says, in English on one line. */
    static String reason(RuntimeException e) {
        String text = e instanceof LocalizedException localized ? localized.getMessage(Locale.ENGLISH) : e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.replaceAll("\\s+", " ").strip();
    }

    /** The same as a fault, for reports that list several. */
    public Fault fault() {
        return fault;
    }
}
