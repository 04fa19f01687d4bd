package org.goufu.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

class NodesTests {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final Nodes.Question QUESTION =
            new Nodes.Question("POST", "/notices/_search", Map.of("filter_path", "hits,took"), new byte[] {'{', '}'});

    private final List<DisposableServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(DisposableServer::disposeNow);
    }

    /** Answers everything with one status and counts how often it was asked. */
    private final class Peer {
        private final AtomicInteger asked = new AtomicInteger();
        private final String address;

        Peer(int status) {
            var server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .handle((request, response) -> {
                        asked.incrementAndGet();
                        return response.status(status).sendString(Mono.just(request.uri()));
                    })
                    .bindNow();
            servers.add(server);
            this.address = "http://127.0.0.1:" + server.port();
        }
    }

    private static Nodes nodes(String... addresses) {
        return Nodes.of(HttpClient.create(), List.of(addresses), null);
    }

    private static int status(Nodes nodes) {
        return nodes.ask(QUESTION).map(Nodes.Answer::status).block(SOON);
    }

    @Test
    void nodesTakeTurns() {
        var first = new Peer(200);
        var second = new Peer(200);
        var nodes = nodes(first.address, second.address);
        for (int i = 0; i < 10; i++) assertThat(status(nodes)).isEqualTo(200);
        assertThat(first.asked).hasValue(5);
        assertThat(second.asked).hasValue(5);
    }

    @Test
    void whatCannotServeIsAskedLastForAWhile() {
        var starting = new Peer(503);
        var ready = new Peer(200);
        var nodes = nodes(starting.address, ready.address);
        for (int i = 0; i < 20; i++) assertThat(status(nodes)).isEqualTo(200);
        assertThat(starting.asked).hasValue(1);
    }

    @Test
    void whatCannotBeReachedIsPassedOver() {
        var nodes = nodes(NOWHERE, new Peer(200).address);
        for (int i = 0; i < 4; i++) assertThat(status(nodes)).isEqualTo(200);
    }

    @Test
    void aRefusalIsAnAnswer() {
        var strict = new Peer(400);
        var nodes = nodes(strict.address, strict.address);
        assertThat(status(nodes)).isEqualTo(400);
        assertThat(strict.asked).hasValue(1);
    }

    @Test
    void theLastWordCountsWhenNoneCanServe() {
        assertThat(status(nodes(new Peer(503).address, new Peer(502).address))).isIn(502, 503);
        assertThatThrownBy(() -> status(nodes(NOWHERE, NOWHERE))).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aPrefixStandsBeforeEveryPath() {
        var answer = Nodes.of(HttpClient.create(), List.of(new Peer(200).address + "/"), "/elastic/")
                .ask(QUESTION)
                .block(SOON);
        assertThat(answer.body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("/elastic/notices/_search?filter_path=hits%2Ctook");
    }
}
