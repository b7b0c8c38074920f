package dev.yeoju.service;

/** The service must not start as it is configured; the message is one clear line for whoever started it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }
}
