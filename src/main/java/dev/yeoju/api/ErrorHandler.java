package dev.yeoju.api;

import dev.yeoju.model.InvalidInputException;
import dev.yeoju.service.ServiceException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every failure of a request as problem+json, without a stack trace. */
@RestControllerAdvice
class ErrorHandler extends ResponseEntityExceptionHandler {
    private static final String DISK_FULL = "53100";
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> invalidInput(InvalidInputException e) {
        HttpStatus status = e.kind() == InvalidInputException.Kind.MALFORMED
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Problems.answer(Problems.of(status, e.faults()));
    }

    @ExceptionHandler
    ResponseEntity<Object> cannotBeMet(ServiceException e) {
        HttpHeaders headers = new HttpHeaders();
        HttpStatus status = switch (e.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case UNCONDITIONAL -> HttpStatus.PRECONDITION_REQUIRED;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
        };
        if (e.kind() == ServiceException.Kind.BUSY) {
            headers.set(HttpHeaders.RETRY_AFTER, "30");
        }
        ProblemDetail problem = Problems.of(status, e.getMessage());
        e.details().forEach(problem::setProperty);
        return Problems.answer(problem, headers);
    }

    /** The store is away, full or busy: nothing of what was asked was done, and later it may be. */
    @ExceptionHandler
    ResponseEntity<Object> storeFailed(DataAccessException e) {
        return storeFailed((Exception) e);
    }

    @ExceptionHandler
    ResponseEntity<Object> storeFailed(TransactionException e) {
        return storeFailed((Exception) e);
    }

    private static ResponseEntity<Object> storeFailed(Exception e) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("The store failed, {}", id, e);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "10");
        if (isFull(e)) {
            return Problems.answer(
                    Problems.of(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "The store's disk is full (" + id + "), and nothing was changed. Maybe make room, and try"
                                    + " again; the details are in the service's log."),
                    headers);
        }
        // Whether a commit came through that the connection broke under, nobody can say.
        return Problems.answer(
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store cannot be used right now (" + id + "): what was asked is done wholly or not at all."
                                + " Maybe look again in a moment; the details are in the service's log."),
                headers);
    }

    /** As PostgreSQL says it, or the file system to H2. */
    private static boolean isFull(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean said = cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState());
            if (said || String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RequestException e) {
        return Problems.answer(Problems.of(e.status(), e.getMessage()));
    }

    /** Whether who asked has gone: then there is nobody to answer, and nothing went wrong here. */
    private static boolean isGone(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e) {
        if (isGone(e)) {
            return null;
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Internal error {}", id, e);
        return Problems.answer(Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "Internal error " + id + ". The details are in the service's log."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isGone(e)) {
            return null;
        }
        if (status.is5xxServerError() && e.getCause() != null) {
            LOG.error("A request failed", e);
        }
        ProblemDetail problem = Problems.of(status, detail(e, body, status));
        return Problems.answer(problem, headers);
    }

    private static String detail(Exception e, @Nullable Object body, HttpStatusCode status) {
        if (e instanceof NoResourceFoundException missing) {
            return "There is nothing at (/" + missing.getResourcePath()
                    + "). Maybe see /v3/api-docs for what there is.";
        }
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            return "The method (" + method.getMethod() + ") is not one of this address. Maybe one of "
                    + method.getSupportedHttpMethods() + ".";
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return "The Content-Type (" + (type.getContentType() == null ? "none" : type.getContentType())
                    + ") is not taken here. Maybe " + type.getSupportedMediaTypes() + ".";
        }
        if (e instanceof HttpMediaTypeNotAcceptableException accept) {
            return "The answer is " + accept.getSupportedMediaTypes() + ", which the Accept header leaves out.";
        }
        if (body instanceof ProblemDetail problem && problem.getDetail() != null) {
            return problem.getDetail();
        }
        return Problems.title(status.value());
    }
}
