package org.goufu.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.goufu.kernel.Actor;
import org.goufu.platform.http.HttpProblem;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands controllers the caller: {@code Actor} where somebody must be signed in, {@code @Nullable Actor} where nobody must. */
@Component
class ActorArguments implements HandlerMethodArgumentResolver {
    private final CurrentSession sessions;
    /** To look at the annotations of a method costs more than to find the caller. */
    private final Map<MethodParameter, Boolean> optional = new ConcurrentHashMap<>();

    ActorArguments(CurrentSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Session.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var caller = sessions.of(exchange);
        if (!optional.computeIfAbsent(parameter, MethodParameter::isOptional)) {
            caller = caller.switchIfEmpty(Mono.error(() -> HttpProblem.UNAUTHENTICATED.raise()));
        }
        return parameter.getParameterType() == Actor.class ? caller.map(Session::actor) : caller.cast(Object.class);
    }
}
