package org.goufu.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.goufu.kernel.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses query parameters that the controller's method does not declare.
 *
 * <p>A misspelt filter that is silently ignored gives a wrong answer that looks right; so it is 400 with the parameter's name.
 */
class DeclaredParametersMapping extends IndexedMapping {
    private static final String OURS = "org.goufu.";

    private final Map<HandlerMethod, Set<String>> declared = new ConcurrentHashMap<>();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod method, ServerWebExchange exchange) {
        super.handleMatch(info, method, exchange);
        var asked = exchange.getRequest().getQueryParams().keySet();
        if (asked.isEmpty() || !method.getBeanType().getName().startsWith(OURS)) {
            return;
        }
        var known = declared.computeIfAbsent(method, DeclaredParametersMapping::parameters);
        var unknown = new TreeSet<>(asked);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw HttpProblem.PARAMETER_UNKNOWN.raise(
                    unknown.stream().map(DeclaredParametersMapping::field).toList(), String.join(", ", unknown));
        }
    }

    private static FieldProblem field(String name) {
        return FieldProblem.of(name, "unknown", name);
    }

    private static Set<String> parameters(HandlerMethod method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getMethodParameters()) {
            var name = name(parameter);
            if (name != null) names.add(name);
        }
        return names;
    }

    private static @Nullable String name(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return null;
        }
        var given = List.of(annotation.name(), annotation.value()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
        return given.orElseGet(() -> String.valueOf(parameter.getParameter().getName()));
    }
}
