package dev.yeoju.service;

import dev.yeoju.store.StoreException;
import java.util.Optional;

/** Tells why the service cannot start where the reason is outside the program. */
public final class StartFailure {
    private StartFailure() {}

    /** One clear line, or empty where the failure is the program's own. */
    public static Optional<String> explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException || cause instanceof StartException) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        return Optional.empty();
    }
}
