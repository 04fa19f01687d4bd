package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract that the pages are made from is the one that the platform serves: {@code frontend/openapi.json} equals
 * {@code /v3/api-docs}. With {@code -Dgoufu.openapi.write} the file is written anew instead of compared.
 *
 * <p>The test house has the demo on, so the demo's own paths stand in the file; an installation without it serves the same
 * document less those.
 */
@GoufuIT
class OpenApiIT {
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi");
    private static final Path SNAPSHOT = Path.of("../frontend/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private TestHouse house;

    private JsonNode served() {
        return JSON.readTree(house.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void theSnapshotIsWhatIsServed() throws IOException {
        var served = served();
        if (System.getProperty("goufu.openapi.write") != null) {
            Files.writeString(SNAPSHOT, JSON.writeValueAsString(served) + "\n");
        }
        assertThat(differences("", JSON.readTree(Files.readString(SNAPSHOT)), served))
                .as("frontend/openapi.json against /v3/api-docs; the README says how to write it anew")
                .isEmpty();
    }

    @Test
    void theComparisonCanFail() {
        var snapshot = JSON.readTree("""
                {"paths": {"/a": {"get": {"tags": ["x", "y"]}}, "/b": {}}}
                """);
        var served = JSON.readTree("""
                {"paths": {"/a": {"get": {"tags": ["x", "z"]}}, "/c": {}}}
                """);
        assertThat(differences("", snapshot, served))
                .containsExactly(
                        "changed: paths > /a > get > tags > 1: \"y\" is now \"z\"",
                        "removed: paths > /b",
                        "added: paths > /c");
    }

    @Test
    void everyOperationSaysWhatItDoesUnderANameOfItsOwn() {
        var names = new HashSet<String>();
        operations(served()).forEach(operation -> {
            var name = operation.path("operationId").asString();
            assertThat(names.add(name)).as(name).isTrue();
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
        });
    }

    @Test
    void aFileIsSentInAFormAndAnsweredAsItIs() {
        var paths = served().path("paths");
        var sent = paths.path("/api/registry/bodies/{id}/evidence").at("/post/requestBody/content");
        assertThat(sent.propertyNames()).containsExactly("multipart/form-data");
        var answered = paths.path("/api/registry/bodies/{id}/evidence/{file}").at("/get/responses/200/content");
        assertThat(answered.path("*/*").at("/schema/format").asString()).isEqualTo("binary");
    }

    @Test
    void everyExampleHasTheShapeThatIsPromised() {
        var document = served();
        var shown = operations(document)
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.path("responses").valueStream()))
                .flatMap(body -> body.path("content").valueStream())
                .filter(media -> media.has("example"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(shown)
                .allSatisfy(media -> assertThat(wrong("", media.path("example"), media.path("schema"), document))
                        .isEmpty());
    }

    @Test
    void everyOperationShowsWhatItTakesAndAnswersAndWhatItRefuses() {
        var without = new ArrayList<String>();
        operations(served()).forEach(operation -> {
            var name = operation.path("operationId").asString();
            var taken = json(operation.path("requestBody"));
            if (isBare(taken)) without.add(name + ".request");
            operation.path("responses").forEachEntry((status, answer) -> {
                if (status.startsWith("2") && isBare(json(answer))) without.add(name + ".answer");
            });
            if (!taken.isMissingNode() && !refuses(operation)) without.add(name + ".problem");
        });
        assertThat(without)
                .as("examples missing under openapi/; the README says how the integration tests write them down")
                .isEmpty();
    }

    private static JsonNode json(JsonNode body) {
        return body.path("content").path("application/json");
    }

    private static boolean isBare(JsonNode media) {
        return !media.isMissingNode() && !media.has("example");
    }

    private static boolean refuses(JsonNode operation) {
        return operation
                .path("responses")
                .propertyStream()
                .anyMatch(answer -> answer.getKey().startsWith("4")
                        && answer.getValue()
                                .path("content")
                                .path("application/problem+json")
                                .has("example"));
    }

    /** Nobody is left who could ask for it: a file that no operation reads would grow old unseen. */
    @Test
    void everyExampleBelongsToAnOperation() throws IOException {
        var names = operations(served())
                .map(operation -> operation.path("operationId").asString())
                .collect(Collectors.toSet());
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]))
                    .isSubsetOf(names);
        }
    }

    @Test
    void aWrongExampleIsNoticed() {
        var document = JSON.readTree("""
                {"components": {"schemas": {"A": {"type": "object", "required": ["x"],
                  "properties": {"x": {"type": "string", "enum": ["ONE"]}, "y": {"type": "array", "items": {"type": "integer"}}}}}}}
                """);
        var schema = JSON.readTree("{\"$ref\": \"#/components/schemas/A\"}");
        assertThat(wrong("", JSON.readTree("{\"y\": [\"z\"], \"w\": 1}"), schema, document))
                .containsExactly("/x is missing", "/y/0 is no integer", "/w is unknown");
        assertThat(wrong("", JSON.readTree("{\"x\": \"TWO\"}"), schema, document))
                .containsExactly("/x is none of [\"ONE\"]");
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static List<String> wrong(String place, JsonNode value, JsonNode declared, JsonNode document) {
        var schema = resolved(declared, value, document);
        var types = types(schema);
        if (!types.isEmpty() && !types.contains(type(value))) return List.of(place + " is no " + types.getFirst());
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            return List.of(place + " is none of " + schema.path("enum"));
        }
        var found = new ArrayList<String>();
        if (value.isObject()) {
            schema.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(name -> !value.has(name))
                    .forEach(name -> found.add(place + "/" + name + " is missing"));
            value.propertyStream().forEach(field -> {
                var there = place + "/" + field.getKey();
                var property = schema.path("properties").path(field.getKey());
                var any = schema.path("additionalProperties");
                if (property.isMissingNode() && (any.isObject() || any.asBoolean(false))) return;
                if (property.isMissingNode()) found.add(there + " is unknown");
                else found.addAll(wrong(there, field.getValue(), property, document));
            });
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            found.addAll(wrong(place + "/" + i, value.get(i), schema.path("items"), document));
        }
        return found;
    }

    /** Follows a reference, also the one that stands in a choice between a schema and null. */
    private static JsonNode resolved(JsonNode schema, JsonNode value, JsonNode document) {
        var choices = schema.path("anyOf");
        if (choices.isArray()) {
            return resolved(choices.get(value.isNull() ? choices.size() - 1 : 0), value, document);
        }
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isString()
                ? List.of(type.asString())
                : type.valueStream().map(JsonNode::asString).toList();
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> differences(String place, JsonNode before, JsonNode now) {
        if (before.isObject() && now.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(now.propertyNames());
            return inside(place, names, before, now);
        }
        if (before.isArray() && now.isArray() && before.size() == now.size()) {
            var found = new ArrayList<String>();
            for (int i = 0; i < now.size(); i++) {
                found.addAll(differences(within(place, String.valueOf(i)), before.get(i), now.get(i)));
            }
            return found;
        }
        return before.equals(now) ? List.of() : List.of("changed: " + place + ": " + before + " is now " + now);
    }

    private static List<String> inside(String place, Iterable<String> names, JsonNode before, JsonNode now) {
        var found = new ArrayList<String>();
        for (var name : names) {
            var there = within(place, name);
            if (!before.has(name)) {
                found.add("added: " + there);
            } else if (!now.has(name)) {
                found.add("removed: " + there);
            } else {
                found.addAll(differences(there, before.get(name), now.get(name)));
            }
        }
        return found;
    }

    private static String within(String place, String name) {
        return place.isEmpty() ? name : place + " > " + name;
    }
}
