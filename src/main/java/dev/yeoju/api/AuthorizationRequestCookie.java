package dev.yeoju.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a log-in at the provider must be answered with in a cookie of the browser that began it: whichever node the
 * provider sends it back to can finish it. Nothing of it is believed: state, nonce and verifier are compared with what
 * the provider says.
 */
final class AuthorizationRequestCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String NAME = "yeoju-log-in";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A request as far as its answer needs it. */
    private record Kept(
            String uri,
            String clientId,
            String redirectUri,
            String state,
            Map<String, Object> attributes,
            Map<String, Object> parameters) {}

    private final JsonMapper json;
    private final Set<String> scopes;

    /** @param scopes that are asked for: without openid among them nobody would check the provider's signature */
    AuthorizationRequestCookie(JsonMapper json, Set<String> scopes) {
        this.json = json;
        this.scopes = Set.copyOf(scopes);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return null;
        }
        try {
            Kept kept = json.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), Kept.class);
            if (!kept.state().equals(request.getParameter("state"))) {
                return null;
            }
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(kept.uri())
                    .clientId(kept.clientId())
                    .redirectUri(kept.redirectUri())
                    .scopes(scopes)
                    .state(kept.state())
                    .attributes(attributes -> attributes.putAll(kept.attributes()))
                    .additionalParameters(kept.parameters())
                    .build();
        } catch (JacksonException | IllegalArgumentException e) {
            // Not one that was set here: as good as none.
            return null;
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest made, HttpServletRequest request, HttpServletResponse response) {
        if (made == null) {
            set(request, response, "", Duration.ZERO);
            return;
        }
        Kept kept = new Kept(
                made.getAuthorizationUri(),
                made.getClientId(),
                String.valueOf(made.getRedirectUri()),
                String.valueOf(made.getState()),
                new LinkedHashMap<>(made.getAttributes()),
                made.getAdditionalParameters());
        String text = json.writeValueAsString(kept);
        set(
                request,
                response,
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                PATIENCE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        set(request, response, "", Duration.ZERO);
        return found;
    }

    /** Lax: the provider, another site, sends the browser back. */
    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lasting) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(OpenIdSettings.START)
                        .maxAge(lasting)
                        .build()
                        .toString());
    }
}
