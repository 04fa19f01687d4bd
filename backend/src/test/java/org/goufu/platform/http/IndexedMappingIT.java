package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.goufu.GoufuIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The index finds the same method for every path as the framework, which compares them all. */
@GoufuIT
class IndexedMappingIT {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping ours;

    @Autowired
    private ApplicationContext context;

    @Test
    void findsWhatTheFrameworkFinds() {
        var plain = new RequestMappingHandlerMapping();
        plain.setApplicationContext(context);
        plain.setEmbeddedValueResolver(context.getEnvironment()::resolvePlaceholders);
        plain.setContentTypeResolver(ours.getContentTypeResolver());
        plain.afterPropertiesSet();

        assertThat(ours.getHandlerMethods()).hasSizeGreaterThan(200);
        for (RequestMappingInfo info : ours.getHandlerMethods().keySet()) {
            for (var method : info.getMethodsCondition().getMethods()) {
                for (var pattern : info.getPatternsCondition().getPatterns()) {
                    var path = pattern.getPatternString()
                            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                    var type = info.getConsumesCondition().getConsumableMediaTypes();
                    var request = MockServerHttpRequest.method(method.asHttpMethod(), path);
                    if (!type.isEmpty()) request.contentType(type.iterator().next());
                    assertThat(found(ours, request)).as(method + " " + path).isEqualTo(found(plain, request));
                }
            }
        }
    }

    @Test
    void leavesToTheFrameworkWhatItDoesNotKnow() {
        assertThat(ours.getHandler(MockServerWebExchange.from(
                                MockServerHttpRequest.method(HttpMethod.GET, "/api/no-such-thing")))
                        .blockOptional())
                .isEmpty();
    }

    private static String found(RequestMappingHandlerMapping mapping, MockServerHttpRequest.BaseBuilder<?> request) {
        var handler = mapping.getHandler(MockServerWebExchange.from(request)).block();
        return handler instanceof HandlerMethod method ? method.getMethod().toGenericString() : "none";
    }
}
