package dev.yeoju.store;

/** The store cannot be opened; the message is one clear line for whoever started the service. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
