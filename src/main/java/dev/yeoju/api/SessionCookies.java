package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** The cookies of browsers that are logged in. */
@Component
class SessionCookies {
    private static final Duration SESSION = Duration.ofHours(12);

    private final Tokens tokens;

    SessionCookies(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Logs a browser in: it shows the one cookie from now on, and repeats the other in a header. */
    void logIn(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, tokens.logIn(caller).secret(), SESSION);
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        CsrfToken token = repository.generateToken(request);
        repository.saveToken(token, request, response);
    }

    void logOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        String secret = CallerFilter.fromCookie(request);
        Tokens.Bearer bearer = secret == null ? null : tokens.bearer(secret);
        if (bearer != null) {
            tokens.revoke(caller, bearer.token().id());
        }
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lasting) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(CallerFilter.COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }
}
