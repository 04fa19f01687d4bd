package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pages rely on is what the platform serves: every path, parameter and answered field of {@code frontend/openapi.json}
 * stands in the served document too.
 */
@GoufuIT
class OpenApiIT {
    private static final Path RELIED_ON = Path.of("../frontend/openapi.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private TestHouse house;

    @Test
    void thePagesRelyOnNothingThatIsNotServed() throws IOException {
        var served = JSON.readTree(house.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(missing(JSON.readTree(Files.readString(RELIED_ON)), served)).isEmpty();
    }

    @Test
    void theComparisonCanFail() {
        var relied = JSON.readTree("""
                {"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json":
                  {"schema": {"type": "object", "properties": {"x": {}, "y": {}}}}}}}}}}}
                """);
        var served = JSON.readTree("""
                {"paths": {"/a": {"get": {"responses": {"200": {"content": {"*/*":
                  {"schema": {"type": "object", "properties": {"x": {}}}}}}}}}}}
                """);
        assertThat(missing(relied, served)).containsExactly("get /a 200/y");
    }

    private static List<String> missing(JsonNode relied, JsonNode served) {
        var missing = new ArrayList<String>();
        for (var path : relied.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var place = method.getKey() + " " + path.getKey();
                var other = served.path("paths").path(path.getKey()).path(method.getKey());
                if (other.isMissingNode()) {
                    missing.add(place);
                } else {
                    parameters(place, method.getValue(), other, missing);
                    answers(place, method.getValue(), relied, other, served, missing);
                }
            }
        }
        return missing;
    }

    private static void parameters(String place, JsonNode relied, JsonNode served, List<String> missing) {
        for (var parameter : relied.path("parameters")) {
            var name = parameter.path("name").asString();
            boolean inHeader = parameter.path("in").asString().equals("header");
            boolean known = served.path("parameters")
                    .valueStream()
                    .anyMatch(it -> it.path("name").asString().equals(name));
            // Headers that a filter reads for every endpoint stand in no single operation.
            if (!known && !inHeader) missing.add(place + "?" + name);
        }
    }

    private static void answers(
            String place,
            JsonNode relied,
            JsonNode reliedDocument,
            JsonNode served,
            JsonNode document,
            List<String> missing) {
        for (var answer : relied.path("responses").properties()) {
            if (!answer.getKey().startsWith("2")) continue;
            var expected = schema(answer.getValue());
            var actual = schema(served.path("responses").path(answer.getKey()));
            if (!expected.isMissingNode()) {
                fields(place + " " + answer.getKey(), expected, reliedDocument, actual, document, missing, 0);
            }
        }
    }

    private static JsonNode schema(JsonNode answer) {
        var contents = answer.path("content").values().iterator();
        return contents.hasNext() ? contents.next().path("schema") : answer.path("none");
    }

    private static void fields(
            String place,
            JsonNode relied,
            JsonNode reliedDocument,
            JsonNode served,
            JsonNode document,
            List<String> missing,
            int depth) {
        var expected = resolved(relied, reliedDocument);
        var actual = resolved(served, document);
        if (depth > 12) return;
        if (expected.has("items")) {
            fields(place, expected.path("items"), reliedDocument, actual.path("items"), document, missing, depth + 1);
        }
        for (var field : expected.path("properties").properties()) {
            var there = field(actual, field.getKey());
            var name = place + "/" + field.getKey();
            if (there.isMissingNode()) {
                missing.add(name);
            } else {
                fields(name, field.getValue(), reliedDocument, there, document, missing, depth + 1);
            }
        }
    }

    /** A map answers every name. */
    private static JsonNode field(JsonNode schema, String name) {
        var declared = schema.path("properties").path(name);
        return declared.isMissingNode() ? schema.path("additionalProperties") : declared;
    }

    /** Follows a reference, also the one that stands in a choice between a schema and null. */
    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        for (var choice : List.of("anyOf", "oneOf")) {
            for (var option : schema.path(choice)) {
                if (!option.path("type").asString("").equals("null")) return resolved(option, document);
            }
        }
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
