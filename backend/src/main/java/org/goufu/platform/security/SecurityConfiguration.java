package org.goufu.platform.security;

import org.goufu.kernel.Actor;
import org.goufu.platform.http.HttpProblem;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Makes the security chain from the authorization table. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Session.class);
    }

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            CurrentSession sessions,
            SessionCookies cookies,
            ClientAddress clients,
            SecurityProperties properties,
            LimitProperties limits,
            @Value("${goufu.demo.enabled:false}") boolean demo) {
        if (limits.enabled()) {
            http.addFilterAt(new LimitFilter(sessions, clients, limits), SecurityWebFiltersOrder.HTTP_BASIC);
        }
        return http.addFilterAt(new AccessFilter(new AccessRules(demo)), SecurityWebFiltersOrder.FIRST)
                .securityContextRepository(sessions)
                .addFilterAt(new CsrfFilter(sessions, cookies, clients), SecurityWebFiltersOrder.FORM_LOGIN)
                .authorizeExchange(all -> all.anyExchange().access(new TableAuthorization(properties, clients)))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((exchange, failure) -> unauthenticated(exchange))
                                .accessDeniedHandler((exchange, failure) -> Mono.error(HttpProblem.FORBIDDEN.raise())))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .build();
    }

    private static Mono<Void> unauthenticated(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return Mono.error(HttpProblem.UNAUTHENTICATED.raise());
    }

    /** What the firewall refuses is answered like every other malformed request. */
    @Bean
    ServerExchangeRejectedHandler rejected() {
        return (exchange, refusal) -> Mono.error(HttpProblem.MALFORMED.raise());
    }

    /** Requests are measured as a whole; a measurement around each filter costs more than the filters. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody signs in by the framework's own ways; without this bean it would invent a user. */
    @Bean
    ReactiveUserDetailsService nobody() {
        return username -> Mono.empty();
    }

    @Bean
    WebFluxConfigurer callerAsArgument(ActorArguments arguments) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(arguments);
            }
        };
    }
}
