package dev.yeoju.api;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A real OpenID provider on a free port, with a log-in form, whose users and their claims the tests name. */
final class OpenIdProvider implements AutoCloseable {
    static final String CLIENT = "yeoju";
    static final String SECRET = "the client's secret";
    static final String PASSWORD = "the provider's password";

    /** What the provider says of each user beside who it is. */
    static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    private final AnnotationConfigServletWebServerApplicationContext context;

    private OpenIdProvider(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    static OpenIdProvider start() {
        return new OpenIdProvider(new AnnotationConfigServletWebServerApplicationContext(Setup.class));
    }

    String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Registers the service, which is only known once it has started. */
    void register(String redirectUri) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(client(redirectUri));
    }

    private static RegisteredClient client(String redirectUri) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** No configuration to the service, which looks for those in this package. */
    @EnableWebSecurity
    static class Setup {
        @Bean
        TomcatServletWebServerFactory server() {
            TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
            // Without any servlet Tomcat asks no filter either.
            factory.setRegisterDefaultServlet(true);
            return factory;
        }

        @Bean
        SecurityFilterChain rules(HttpSecurity http) {
            http.oauth2AuthorizationServer(provider -> provider.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(client("http://127.0.0.1/nowhere"));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        UserDetailsService users() {
            return name -> User.withUsername(name).password("{noop}" + PASSWORD).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Authentication user = token.getPrincipal();
                    String name = Objects.requireNonNull(user).getName();
                    token.getClaims().claim("preferred_username", name);
                    CLAIMS.getOrDefault(name, Map.of()).forEach(token.getClaims()::claim);
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("tests")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }
    }
}
