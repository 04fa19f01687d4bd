package org.goufu.search.index;

import static org.goufu.search.index.Elastic.JSON;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic.Lane;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A batch of documents, each with the version of the row it was read from: what is older than the index loses, silently.
 *
 * <p>Equal versions overwrite, so that repeating does no harm.
 */
final class Bulk {
    private static final int STALE = 409;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 16);
    private int documents;

    void add(List<String> indices, UUID id, long version, Object document) {
        var source = JSON.writeValueAsBytes(document);
        for (var index : indices) {
            var head =
                    "{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external_gte\"}}\n"
                            .formatted(index, id, version);
            lines.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(source);
            lines.write('\n');
            documents++;
        }
    }

    void remove(List<String> indices, UUID id) {
        for (var index : indices) {
            var line = "{\"delete\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n".formatted(index, id);
            lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            documents++;
        }
    }

    boolean isEmpty() {
        return documents == 0;
    }

    /**
     * Completes when every document is in, or a newer one is.
     *
     * @param visible whether to wait until searches find them
     */
    Mono<Void> send(Elastic elastic, boolean visible) {
        if (isEmpty()) return Mono.empty();
        var parameters = Map.of(
                "refresh", visible ? "true" : "false", "filter_path", "errors,items.*.status,items.*.error.reason");
        return elastic.send(Lane.BULK, "POST", "/_bulk", parameters, lines.toByteArray())
                .map(JSON::readTree)
                .doOnNext(Bulk::check)
                .then();
    }

    private static void check(JsonNode answer) {
        if (!answer.path("errors").asBoolean(false)) return;
        for (var item : answer.path("items")) {
            var result = item.path("index");
            int status = result.path("status").asInt();
            if (status < 300 || status == STALE || result.isMissingNode()) continue;
            if (status == 429 || status >= 500 || status == 404) throw SearchProblem.UNAVAILABLE.raise();
            throw new IllegalStateException(
                    "document refused: " + result.path("error").path("reason").asString(""));
        }
    }
}
