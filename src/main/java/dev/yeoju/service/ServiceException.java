package dev.yeoju.service;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request to the service that cannot be met; the message is one clear line for who asked. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Kind {
        /** There is no such thing, or who asks may not see it. */
        NOT_FOUND,
        /** Who asks may not do it. */
        FORBIDDEN,
        /** It does not go with the state that the thing is in. */
        CONFLICT,
        /** It was asked of a state that is past. */
        STALE,
        /** It must say which state it is asked of. */
        UNCONDITIONAL,
        /** It cannot be understood or contradicts an earlier one. */
        UNUSABLE,
        /** Too much is asked at once; later may work. */
        BUSY,
        /** There is no room for it. */
        FULL
    }

    private final Kind kind;
    private final transient Map<String, Object> details;

    public ServiceException(Kind kind, String message) {
        this(kind, message, Map.of());
    }

    /** @param details for a program that asked, by name */
    public ServiceException(Kind kind, String message, Map<String, Object> details) {
        super(message);
        this.kind = kind;
        this.details = new LinkedHashMap<>(details);
    }

    public Kind kind() {
        return kind;
    }

    public Map<String, Object> details() {
        return details;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
