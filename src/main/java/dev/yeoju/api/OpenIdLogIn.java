package dev.yeoju.api;

import dev.yeoju.service.Caller;
import dev.yeoju.service.ServiceException;
import dev.yeoju.service.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Log-in at an OpenID provider: it says who it is, and the cookies are those of any other log-in from then on. */
@Component
class OpenIdLogIn {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogIn.class);

    private final OpenIdSettings settings;
    private final Users users;
    private final SessionCookies cookies;
    private final Refusals refusals;
    private final JsonMapper json;

    OpenIdLogIn(OpenIdSettings settings, Users users, SessionCookies cookies, Refusals refusals, JsonMapper json) {
        this.settings = settings;
        this.users = users;
        this.cookies = cookies;
        this.refusals = refusals;
        this.json = json;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> logIn) {
        SupplierClientRegistrationRepository provider = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(settings.registration()));
        // The provider is asked for its addresses at the first log-in, so that the service starts without it: Spring
        // would list what can be listed.
        ClientRegistrationRepository registrations = provider::findByRegistrationId;
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/api/v1/session");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        logIn.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgotten())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(resolver)
                        .authorizationRequestRepository(new AuthorizationRequestCookie(json, settings.scopes())))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(OpenIdSettings.RETURN))
                .successHandler(this::succeeded)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(OpenIdLogIn.this::notBegun);
                        return filter;
                    }
                });
    }

    private void notBegun(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!request.getRequestURI().equals(OpenIdSettings.START)) {
            refusals.refuse(
                    response,
                    HttpStatus.NOT_FOUND,
                    "There is no such provider. Maybe begin at " + OpenIdSettings.START + ".");
            return;
        }
        LOG.warn("The OpenID provider ({}) does not answer", settings.issuer(), e);
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        refusals.refuse(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The OpenID provider (" + settings.issuer()
                        + ") does not answer. Maybe try again in a moment, or log in" + " with a password.");
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        try {
            OpenIdSettings.Person person = settings.person(user.getClaims());
            Caller caller = users.byProvider(person.name(), person.role(), person.missions());
            cookies.logIn(caller, request, response);
        } catch (IllegalArgumentException | ServiceException e) {
            refusals.refuse(response, HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
            return;
        }
        response.sendRedirect("/");
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.warn("A log-in at the OpenID provider failed, {}: {}", id, e.getMessage());
        refusals.refuse(
                response,
                HttpStatus.UNAUTHORIZED,
                "The log-in at the provider failed (" + id + "). Maybe begin again at " + OpenIdSettings.START
                        + "; the details are in the service's log.");
    }

    /** The provider's tokens: nothing is done with them here, so they are not kept. */
    private static final class Forgotten implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing to keep.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
