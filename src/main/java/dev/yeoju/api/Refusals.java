package dev.yeoju.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that do not get as far as a controller, as problem+json. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final JsonMapper json;

    private final OpenIdSettings openId;

    Refusals(JsonMapper json, OpenIdSettings openId) {
        this.json = json;
        this.openId = openId;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ProblemDetail problem = Problems.of(
                HttpStatus.UNAUTHORIZED,
                "It is not known who asks. Maybe log in (POST /api/v1/session), or send a token: Authorization: Bearer"
                        + " …");
        if (openId.isUsed()) {
            // Where a page leads whoever wants to log in.
            problem.setProperty("logIn", OpenIdSettings.START);
        }
        write(response, problem);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(
                response,
                HttpStatus.FORBIDDEN,
                e instanceof CsrfException
                        ? "The header X-XSRF-TOKEN does not say what the cookie XSRF-TOKEN does: another site may be"
                                + " asking. Maybe reload the page."
                        : "You may not do that. Maybe ask an administrator for another role.");
    }

    void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        write(response, Problems.of(status, detail));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
