package dev.yeoju.api;

/** The process was asked to end while the service was still starting: nothing went wrong, and nothing is to be said. */
public final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndedException(Throwable cause) {
        super("The process is ending.", cause);
    }
}
