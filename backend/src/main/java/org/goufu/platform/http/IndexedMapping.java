package org.goufu.platform.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the controller's method by the method and the segments of a path, where the framework compares each request with some hundred
 * mappings one by one. What none could answer, or more than one, is left to the framework.
 */
class IndexedMapping extends RequestMappingHandlerMapping {
    private final Map<Shape, List<Row>> index = new HashMap<>();

    private record Shape(HttpMethod method, int segments) {}

    /** @param segments of its pattern; null where any may stand */
    private record Row(RequestMappingInfo info, HandlerMethod method, List<@Nullable String> segments) {
        boolean mayAnswer(String[] path) {
            for (int i = 0; i < path.length; i++) {
                var fixed = segments.get(i);
                if (fixed != null && !fixed.equals(path[i])) return false;
            }
            return true;
        }
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        methods.forEach((info, method) -> {
            for (var pattern : info.getPatternsCondition().getPatterns()) add(info, method, pattern.getPatternString());
        });
    }

    private void add(RequestMappingInfo info, HandlerMethod method, String pattern) {
        // One that spans segments may answer a path of any length.
        if (pattern.contains("**") || pattern.contains("{*")) return;
        var segments = new ArrayList<@Nullable String>();
        for (var segment : pattern.split("/")) segments.add(segment.matches(".*[{*?].*") ? null : segment);
        for (RequestMethod one : info.getMethodsCondition().getMethods()) {
            index.computeIfAbsent(new Shape(one.asHttpMethod(), segments.size()), shape -> new ArrayList<>())
                    .add(new Row(info, method, segments));
        }
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(ServerWebExchange exchange) throws Exception {
        var row = only(exchange);
        var matched = row == null ? null : getMatchingMapping(row.info(), exchange);
        if (matched == null) return super.lookupHandlerMethod(exchange);
        handleMatch(matched, row.method(), exchange);
        return row.method();
    }

    private @Nullable Row only(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var path = request.getPath().pathWithinApplication().value().split("/");
        Row found = null;
        for (var row : index.getOrDefault(new Shape(request.getMethod(), path.length), List.of())) {
            if (!row.mayAnswer(path)) continue;
            if (found != null) return null;
            found = row;
        }
        return found;
    }
}
