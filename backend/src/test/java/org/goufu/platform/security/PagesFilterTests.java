package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PagesFilterTests {
    private static String served(HttpMethod method, String path) {
        var served = new AtomicReference<String>();
        var request = MockServerHttpRequest.method(method, path)
                .header("Accept", "application/json")
                .build();
        StepVerifier.create(new PagesFilter().filter(MockServerWebExchange.from(request), exchange -> {
                    served.set(exchange.getRequest().getPath().value());
                    return Mono.empty();
                }))
                .verifyComplete();
        return served.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/notices", "/notices/017", "/officer/purchases/1/edit?tab=2", "/apis"})
    void answersEveryAddressOfThePagesWithThePage(String path) {
        assertThat(served(HttpMethod.GET, path)).isEqualTo("/index.html");
        assertThat(served(HttpMethod.HEAD, path)).isEqualTo("/index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-1.js", "/favicon.svg", "/api/regions", "/actuator/health", "/v3/api-docs"})
    void leavesFilesAndTheServersPathsAlone(String path) {
        assertThat(served(HttpMethod.GET, path)).isEqualTo(path);
    }
}
