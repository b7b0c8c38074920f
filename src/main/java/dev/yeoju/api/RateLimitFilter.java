package dev.yeoju.api;

import dev.yeoju.service.AccessRules;
import dev.yeoju.service.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each user, and each address that is nobody's, ask only so often; log-ins far less often. */
final class RateLimitFilter extends OncePerRequestFilter {
    private static final int LOG_INS_A_MINUTE = 10;

    private final AccessRules access;
    private final Refusals refusals;
    private final RateLimit requests;
    private final RateLimit logIns = new RateLimit(LOG_INS_A_MINUTE / 60.0, LOG_INS_A_MINUTE);

    RateLimitFilter(AccessRules access, Refusals refusals, int perSecond, int burst) {
        this.access = access;
        this.refusals = refusals;
        this.requests = new RateLimit(perSecond, burst);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!access.asksWho()) {
            chain.doFilter(request, response);
            return;
        }
        boolean logIn = isLogIn(request);
        long now = System.nanoTime();
        boolean allowed = logIn ? logIns.take(request.getRemoteAddr(), now) : requests.take(who(request), now);
        if (!allowed) {
            response.setHeader(HttpHeaders.RETRY_AFTER, logIn ? "60" : "1");
            refusals.refuse(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    logIn
                            ? "There were too many log-ins from this address. Maybe try again in a minute."
                            : "There were too many requests. Maybe ask less often.");
            return;
        }
        chain.doFilter(request, response);
    }

    /** By password, or back from the OpenID provider, which is asked whether it is true. */
    private static boolean isLogIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session")
                || request.getRequestURI().equals(OpenIdSettings.RETURN);
    }

    private static String who(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? "user " + caller.name()
                : "address " + request.getRemoteAddr();
    }
}
