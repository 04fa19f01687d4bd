package org.goufu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes down what the integration tests ask and are answered, as examples of the contract.
 *
 * <p>Of each operation that has no example yet the fullest request that was accepted, the fullest answer and the clearest refusal are
 * kept, lists cut to their first two entries. A person reads them before they are committed.
 */
final class RecordedExamples {
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi");
    private static final Path SNAPSHOT = Path.of("../frontend/openapi.json");
    private static final int MOST_ENTRIES = 2;
    /** What every operation answers alike teaches nothing about this one. */
    private static final Set<String> COMMON =
            Set.of("/problems/http/parameter-unknown", "/problems/http/unauthenticated", "/problems/http/forbidden");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<Operation, String> operations = operations();
    private final Map<String, Integer> kept = new HashMap<>();

    private record Operation(String method, PathPattern path) {}

    private static Map<Operation, String> operations() {
        try {
            var found = new HashMap<Operation, String>();
            JSON.readTree(Files.readString(SNAPSHOT))
                    .path("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> found.put(
                            new Operation(method.toUpperCase(), PathPatternParser.defaultInstance.parse(path)),
                            operation.path("operationId").asString())));
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    synchronized void take(EntityExchangeResult<?> exchange) {
        var name = operation(exchange);
        if (name.isEmpty()) return;
        if (exchange.getStatus().is2xxSuccessful()) {
            json(exchange.getRequestBodyContent())
                    .ifPresent(body -> keep(name.get() + ".request", body, fullness(body)));
            json(exchange.getResponseBodyContent())
                    .ifPresent(body -> keep(name.get() + ".answer", body, fullness(body)));
        } else {
            json(exchange.getResponseBodyContent())
                    .filter(problem -> !COMMON.contains(problem.path("type").asString("")))
                    .ifPresent(problem -> keep(name.get() + ".problem", problem, clarity(problem)));
        }
    }

    private Optional<String> operation(EntityExchangeResult<?> exchange) {
        var path = PathContainer.parsePath(exchange.getUrl().getRawPath());
        return operations.entrySet().stream()
                .filter(entry ->
                        entry.getKey().method().equals(exchange.getMethod().name())
                                && entry.getKey().path().matches(path))
                .min(Comparator.comparing(entry -> entry.getKey().path()))
                .map(Map.Entry::getValue);
    }

    private static Optional<JsonNode> json(byte[] content) {
        try {
            return content == null || content.length == 0
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(new String(content, StandardCharsets.UTF_8)))
                            .filter(JsonNode::isContainer)
                            .map(RecordedExamples::cut);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static JsonNode cut(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > MOST_ENTRIES) list.remove(list.size() - 1);
        }
        node.forEach(RecordedExamples::cut);
        return node;
    }

    /** How much there is to see. */
    private static int fullness(JsonNode node) {
        return node.isContainer()
                ? node.valueStream().mapToInt(RecordedExamples::fullness).sum()
                : node.isNull() ? 0 : 1;
    }

    /** One that names fields, then one about the state of things, then the rest. */
    private static int clarity(JsonNode problem) {
        return List.of(404, 409, 422).indexOf(problem.path("status").asInt()) * 10
                + problem.path("errors").size();
    }

    private void keep(String name, JsonNode example, int worth) {
        var file = EXAMPLES.resolve(name + ".json");
        var before = kept.get(name);
        if (before == null ? Files.exists(file) : before >= worth) return;
        try {
            Files.writeString(file, JSON.writeValueAsString(example) + "\n");
            kept.put(name, worth);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
