package dev.yeoju.api;

import dev.yeoju.service.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/** The OpenID provider that users log in at, where there is one, and what its claims mean here. */
@Component
class OpenIdSettings {
    /** Where a browser goes to log in, and where the provider sends it back to. */
    static final String START = "/api/v1/session/oidc";

    static final String RETURN = START + "/code";
    static final String REGISTRATION = "oidc";

    /** Whom claims show. */
    record Person(String name, Role role, Set<String> missions) {}

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final Set<String> scopes;
    private final String redirectUri;
    private final String nameClaim;
    private final String roleClaim;
    private final String missionsClaim;
    private final Map<Role, Set<String>> roleValues;

    OpenIdSettings(
            @Value("${yeoju.oidc.issuer}") String issuer,
            @Value("${yeoju.oidc.client-id}") String clientId,
            @Value("${yeoju.oidc.client-secret}") String clientSecret,
            @Value("${yeoju.oidc.scopes}") Set<String> scopes,
            @Value("${yeoju.oidc.redirect-uri}") String redirectUri,
            @Value("${yeoju.oidc.name-claim}") String nameClaim,
            @Value("${yeoju.oidc.role-claim}") String roleClaim,
            @Value("${yeoju.oidc.missions-claim}") String missionsClaim,
            @Value("${yeoju.oidc.roles.admin}") Set<String> admin,
            @Value("${yeoju.oidc.roles.planner}") Set<String> planner,
            @Value("${yeoju.oidc.roles.viewer}") Set<String> viewer) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scopes = new TreeSet<>(scopes);
        this.scopes.add("openid");
        this.redirectUri = redirectUri.isEmpty() ? "{baseUrl}" + RETURN : redirectUri;
        this.nameClaim = nameClaim;
        this.roleClaim = roleClaim;
        this.missionsClaim = missionsClaim;
        this.roleValues = Map.of(Role.ADMIN, admin, Role.PLANNER, planner, Role.VIEWER, viewer);
        if (isUsed() && (clientId.isEmpty() || clientSecret.isEmpty())) {
            throw new ServerException(
                    "yeoju.oidc.issuer (" + issuer + ") is named, and yeoju.oidc.client-id or yeoju.oidc.client-secret"
                            + " is missing. Maybe give what the provider registered this service with.");
        }
    }

    boolean isUsed() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    Set<String> scopes() {
        return scopes;
    }

    /** Asks the provider where its addresses are. */
    ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .scope(scopes)
                .redirectUri(redirectUri)
                .build();
    }

    /** @throws IllegalArgumentException with what is missing */
    Person person(Map<String, Object> claims) {
        List<String> names = texts(claims, nameClaim);
        if (names.size() != 1) {
            throw new IllegalArgumentException("The provider does not say who you are: the claim (" + nameClaim
                    + ") is not one name. Maybe another yeoju.oidc.name-claim.");
        }
        List<String> values = texts(claims, roleClaim);
        Role role = List.of(Role.ADMIN, Role.PLANNER, Role.VIEWER).stream()
                .filter(each -> values.stream().anyMatch(roleValues.getOrDefault(each, Set.of())::contains))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The provider gives (" + names.get(0)
                        + ") no role here: the claim (" + roleClaim + ") is " + values
                        + ". Maybe ask whoever administers the provider."));
        Set<String> missions = missionsClaim.isEmpty()
                ? Set.of()
                : texts(claims, missionsClaim).stream().collect(Collectors.toSet());
        // No mission would be no bound: whoever the provider names none for must not see them all.
        if (!missionsClaim.isEmpty() && missions.isEmpty() && role != Role.ADMIN) {
            throw new IllegalArgumentException("The provider names no mission of (" + names.get(0) + "): the claim ("
                    + missionsClaim + ") is empty. Maybe ask whoever administers the provider.");
        }
        return new Person(names.get(0), role, missions);
    }

    /** A claim's text or texts; dots lead into objects ({@code realm_access.roles}). */
    private static List<String> texts(Map<String, Object> claims, String path) {
        @Nullable Object value = claims;
        for (String name : claims.containsKey(path) ? new String[] {path} : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }
}
