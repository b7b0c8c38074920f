package dev.yeoju.api;

import dev.yeoju.service.AccessRules;
import dev.yeoju.service.Caller;
import dev.yeoju.service.Role;
import dev.yeoju.service.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds out on whose behalf a request comes: a token in its header or in the cookie that a log-in set. */
final class CallerFilter extends OncePerRequestFilter {
    static final String COOKIE = "yeoju-session";
    private static final String BEARER = "Bearer ";
    private static final RequestMatcher CALENDAR =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/missions/{mission}/calendar.ics");

    private final AccessRules access;
    private final Tokens tokens;
    private final HandlerExceptionResolver errors;

    CallerFilter(AccessRules access, Tokens tokens, HandlerExceptionResolver errors) {
        this.access = access;
        this.tokens = tokens;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        try {
            caller = caller(request);
        } catch (DataAccessException e) {
            // Answered as controllers would, which are not reached.
            errors.resolveException(request, response, null, e);
            return;
        }
        if (caller != null) {
            SecurityContextHolder.getContext().setAuthentication(authentication(caller));
        }
        chain.doFilter(request, response);
    }

    /** An event stream is answered again when it ends: by then it is known whose it is. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private @Nullable Caller caller(HttpServletRequest request) {
        if (!access.asksWho()) {
            return Caller.LOCAL;
        }
        String mission = CALENDAR.matcher(request).getVariables().get("mission");
        if (mission != null && request.getParameter("token") != null) {
            return subscriber(mission, request.getParameter("token"));
        }
        String secret = fromHeader(request);
        Tokens.Scope scope = Tokens.Scope.API;
        if (secret == null) {
            secret = fromCookie(request);
            scope = Tokens.Scope.SESSION;
        }
        Tokens.Bearer bearer = secret == null ? null : tokens.bearer(secret);
        return bearer == null || bearer.token().scope() != scope ? null : bearer.caller();
    }

    /** Calendars cannot log in: what stands for who subscribed is in the address. */
    private @Nullable Caller subscriber(String mission, String secret) {
        Tokens.Bearer bearer = tokens.bearer(secret);
        return bearer != null && mission.equals(bearer.token().mission())
                ? bearer.caller().reading()
                : null;
    }

    static @Nullable String fromHeader(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(BEARER)
                ? null
                : header.substring(BEARER.length()).strip();
    }

    static @Nullable String fromCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Authentication authentication(Caller caller) {
        List<SimpleGrantedAuthority> authorities = Arrays.stream(Role.values())
                .filter(role -> role.compareTo(caller.role()) <= 0)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(caller, "", authorities);
    }
}
