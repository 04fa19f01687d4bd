package org.goufu.search.index;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The nodes of the cluster, which take turns.
 *
 * <p>One that cannot be reached, or says that it cannot serve now, is asked last for a while; the question goes to the next. A question
 * may so reach two nodes: all that we send may be sent twice.
 */
public final class Nodes {
    private static final Set<Integer> CANNOT_SERVE = Set.of(502, 503, 504);
    private static final long REST = Duration.ofSeconds(10).toNanos();
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient client;
    private final List<Node> nodes;

    private Nodes(HttpClient client, List<Node> nodes) {
        this.client = client;
        this.nodes = nodes;
    }

    public static Nodes of(HttpClient client, List<String> addresses, @Nullable String pathPrefix) {
        var prefix = pathPrefix == null || pathPrefix.isBlank() ? "" : "/" + trimmed(pathPrefix);
        return new Nodes(
                client,
                addresses.stream()
                        .map(address -> new Node(trimmed(address) + prefix))
                        .toList());
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    /** What is asked; the body is JSON, or lines of JSON. */
    record Question(String method, String path, Map<String, String> parameters, byte @Nullable [] body) {
        String address() {
            if (parameters.isEmpty()) return path;
            return parameters.entrySet().stream()
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&", path + "?", ""));
        }

        String type() {
            return path.endsWith("/_bulk") || path.endsWith("/_msearch") ? "application/x-ndjson" : "application/json";
        }
    }

    /** What a node answered, be it a refusal. */
    record Answer(int status, byte[] body) {}

    private static final class Node {
        private final String address;
        private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

        Node(String address) {
            this.address = address;
        }

        boolean rests() {
            return restsUntil.get() - System.nanoTime() > 0;
        }

        void rest() {
            restsUntil.set(System.nanoTime() + REST);
        }
    }

    /** Fails when no node can be reached. */
    Mono<Answer> ask(Question question) {
        return Mono.defer(() -> ask(question, inTurn(), 0));
    }

    private List<Node> inTurn() {
        if (nodes.size() == 1) return nodes;
        int first = Math.floorMod(turn.getAndIncrement(), nodes.size());
        var all = IntStream.range(0, nodes.size())
                .mapToObj(i -> nodes.get((first + i) % nodes.size()))
                .collect(Collectors.partitioningBy(Node::rests));
        return Stream.concat(all.get(false).stream(), all.get(true).stream()).toList();
    }

    private Mono<Answer> ask(Question question, List<Node> order, int place) {
        var node = order.get(place);
        var asked = exchange(node, question);
        if (place == order.size() - 1) return asked;
        var next = Mono.defer(() -> {
            node.rest();
            return ask(question, order, place + 1);
        });
        return asked.onErrorResume(unreachable -> next)
                .flatMap(answer -> CANNOT_SERVE.contains(answer.status()) ? next : Mono.just(answer));
    }

    private Mono<Answer> exchange(Node node, Question question) {
        var body = question.body();
        return client.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, question.type()))
                .request(HttpMethod.valueOf(question.method()))
                .uri(node.address + question.address())
                .send((request, out) -> body == null ? out : out.sendObject(Unpooled.wrappedBuffer(body)))
                .response((response, content) -> DataBufferUtils.join(
                                content.retain().map(BUFFERS::wrap), LARGEST_ANSWER)
                        .map(Nodes::bytes)
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> new Answer(response.status().code(), bytes)))
                .single();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
