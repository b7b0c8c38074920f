package dev.yeoju.api;

import org.springframework.http.HttpStatus;

/** A request that is refused for its form; the message is one clear line. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    RequestException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
