package dev.yeoju.api;

import dev.yeoju.service.AccessRules;
import dev.yeoju.service.NodeIdentity;
import dev.yeoju.service.Role;
import dev.yeoju.service.Tokens;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may do what. The same rules hold where nobody is asked who it is: whoever sits at this machine may do all. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String VIEWER = Role.VIEWER.name();
    private static final String PLANNER = Role.PLANNER.name();
    private static final String ADMIN = Role.ADMIN.name();

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            AccessRules access,
            NodeIdentity node,
            Tokens tokens,
            Refusals refusals,
            OpenIdSettings openId,
            OpenIdLogIn openIdLogIn,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
            @Value("${yeoju.rate-limit.requests-per-second}") int perSecond,
            @Value("${yeoju.rate-limit.burst}") int burst) {
        CsrfTokenRequestAttributeHandler csrf = new CsrfTokenRequestAttributeHandler();
        csrf.setCsrfRequestAttributeName(null);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(settings -> settings.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(csrf)
                        // Browsers send cookies by themselves, headers they do not.
                        .requireCsrfProtectionMatcher(request -> access.asksWho()
                                && !request.getMethod().equals("GET")
                                && !request.getMethod().equals("HEAD")
                                && CallerFilter.fromHeader(request) == null
                                && CallerFilter.fromCookie(request) != null))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                                + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                // Before log-ins at a provider, which are limited too.
                .addFilterBefore(
                        new CallerFilter(access, tokens, errors), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterAfter(new RateLimitFilter(access, refusals, perSecond, burst), CallerFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll()
                            .requestMatchers("/actuator/health/**")
                            .permitAll();
                    if (!node.answers()) {
                        requests.anyRequest().denyAll();
                        return;
                    }
                    requests.requestMatchers(HttpMethod.POST, "/api/v1/session")
                            .permitAll()
                            .requestMatchers("/api/v1/users/**", "/api/v1/audit")
                            .hasRole(ADMIN)
                            .requestMatchers("/api/v1/tokens/**", "/api/v1/session")
                            .hasRole(VIEWER)
                            .requestMatchers(
                                    HttpMethod.POST, "/api/v1/schedules/*/what-if", "/api/v1/missions/*/calendar")
                            .hasRole(VIEWER)
                            .requestMatchers(HttpMethod.GET, "/api/**")
                            .hasRole(VIEWER)
                            .requestMatchers(HttpMethod.HEAD, "/api/**")
                            .hasRole(VIEWER)
                            .requestMatchers("/api/**")
                            .hasRole(PLANNER)
                            .requestMatchers("/actuator/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui")
                            .hasRole(VIEWER)
                            // The page and what it is made of.
                            .anyRequest()
                            .permitAll();
                });
        if (node.answers() && access.asksWho() && openId.isUsed()) {
            http.oauth2Login(openIdLogIn::configure);
        }
        return http.build();
    }

    /** A span for each of a dozen filters of each request costs more than most requests; nobody looks at them. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Ids of passes hold a slash and a number sign; nothing of a path is ever looked up in a file system. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowSemicolon(true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Spring Boot would make up a user otherwise. */
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException(HttpStatus.UNAUTHORIZED.getReasonPhrase());
        };
    }
}
