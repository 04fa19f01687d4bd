package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document in the repository, from which the pages' types are made, is what the platform serves.
 *
 * <p>After a change of the API: {@code mvn verify -Dit.test=OpenApiIT -Dgoufu.update-openapi=true}, then {@code npm run api} in
 * {@code frontend}.
 */
@GoufuIT
class OpenApiIT {
    private static final Path SNAPSHOT = Path.of("../frontend/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private TestHouse house;

    @Test
    void theSnapshotIsWhatIsServed() throws IOException {
        var served = JSON.readTree(house.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        ((ObjectNode) served).remove("servers");
        var text = sorted(served) + "\n";
        if (Boolean.getBoolean("goufu.update-openapi")) {
            Files.writeString(SNAPSHOT, text);
        }
        assertThat(Files.readString(SNAPSHOT)).isEqualTo(text);
    }

    private static String sorted(JsonNode node) {
        return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
    }
}
