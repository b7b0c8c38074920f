package dev.yeoju.api;

import dev.yeoju.model.Fault;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes the body of every error: RFC 9457 {@code application/problem+json}. */
final class Problems {
    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title(status.value()));
        return problem;
    }

    /** With every fault found, each with its pointer, value and message. */
    static ProblemDetail of(HttpStatusCode status, List<Fault> faults) {
        ProblemDetail problem = of(
                status,
                faults.size() == 1
                        ? faults.get(0).message()
                        : "There are " + faults.size() + " faults; the first: "
                                + faults.get(0).message());
        problem.setProperty("faults", faults);
        return problem;
    }

    /** The answer, as problem+json whatever the client would rather accept. */
    static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.setCacheControl("no-store");
        return ResponseEntity.status(problem.getStatus()).headers(all).body(problem);
    }

    static ResponseEntity<Object> answer(ProblemDetail problem) {
        return answer(problem, HttpHeaders.EMPTY);
    }

    /** The reason phrase of a status, or a plain word for unknown ones. */
    static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
