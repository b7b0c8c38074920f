package dev.yeoju.api;

import dev.yeoju.service.AccessRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps pages of other sites out. There is no log-in on this machine, so a page that a planner happens to visit must not
 * reach the service: neither under a name of its own that it points at 127.0.0.1 (DNS rebinding: the Host header tells)
 * nor from its own origin (the Origin header tells).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OriginFilter extends OncePerRequestFilter {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> allowedHosts;
    private final boolean anyHost;
    private final JsonMapper json;

    OriginFilter(
            @Value("${yeoju.allowed-hosts:}") Set<String> allowedHosts,
            @Value("${yeoju.access}") AccessRules.Mode mode,
            JsonMapper json) {
        this.allowedHosts = allowedHosts;
        // Where users log in, a page that points its own name here has nobody's cookie.
        this.anyHost = mode == AccessRules.Mode.USERS && allowedHosts.isEmpty();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        String host = request.getHeader(HttpHeaders.HOST);
        String name = hostName(host);
        if (name == null || !(anyHost || THIS_MACHINE.contains(name) || allowedHosts.contains(name))) {
            refuse(
                    request,
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "The Host (" + host + ") is not this service. Maybe use http://localhost, or name the host in"
                            + " yeoju.allowed-hosts.");
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !sameOrigin(origin, String.valueOf(host))) {
            refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The Origin (" + origin + ") is another site's: pages of other sites may not use this service.");
            return;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        chain.doFilter(request, response);
    }

    /** The name without the port, in lower case; null where the header is none. */
    private static @Nullable String hostName(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return null;
        }
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end <= 0 ? host : host.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static boolean sameOrigin(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            return uri.getRawAuthority() != null && uri.getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = Problems.of(status, detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
