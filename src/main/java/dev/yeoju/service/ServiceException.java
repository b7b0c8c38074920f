package dev.yeoju.service;

/** A request to the service that cannot be met; the message is one clear line for who asked. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Kind {
        /** There is no such thing. */
        NOT_FOUND,
        /** It does not go with the state that the thing is in. */
        CONFLICT,
        /** It cannot be understood or contradicts an earlier one. */
        UNUSABLE,
        /** Too much is asked at once; later may work. */
        BUSY
    }

    private final Kind kind;

    public ServiceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
