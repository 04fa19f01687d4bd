package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory of bodies on the demo province in a real Elasticsearch. */
@GoufuIT
class DirectoryIT {
    private static final long SEED = 20261125;
    private static final int QUESTIONS = 40;

    @Autowired
    TestHouse house;

    private JsonNode ask(Map<String, String> parameters) {
        var answer = house.anonymous()
                .get()
                .uri(uri -> {
                    uri.path("/api/organizations");
                    parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
                    return uri.build(parameters);
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(answer);
    }

    /** Walks through the directory as a reader does: random words, then random choices among what the facets offer. */
    @Test
    void whatAFacetCountsIsWhatChoosingItGives() {
        var random = new Random(SEED);
        var words = List.of("", "", "社区", "志愿", "联合会", "yanglao", "老", "5151", "队 -书画");
        int checked = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var chosen = new LinkedHashMap<String, String>();
            var q = words.get(random.nextInt(words.size()));
            if (!q.isEmpty()) chosen.put("q", q);
            for (int step = 0; step < 3; step++) {
                var facets = new ArrayList<>(ask(chosen).path("facets").properties());
                var facet = facets.get(random.nextInt(facets.size()));
                if (facet.getValue().isEmpty()) continue;
                var entry = facet.getValue().get(random.nextInt(facet.getValue().size()));
                chosen.put(facet.getKey(), entry.path("key").asString());
                assertThat(ask(chosen).path("total").asLong())
                        .as(chosen.toString())
                        .isEqualTo(entry.path("count").asLong());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(QUESTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "name", "grade", "relevance"})
    void pagesHoldEveryBodyOnceInEveryOrder(String sort) {
        var seen = new ArrayList<String>();
        var question = new LinkedHashMap<>(Map.of("size", "40", "sort", sort, "q", "社区"));
        JsonNode page;
        do {
            page = ask(question);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            question.put("after", page.path("next").asString(""));
        } while (!page.path("next").isNull());
        assertThat(seen).doesNotHaveDuplicates().hasSize(page.path("total").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"聯合會", "联合会", "lianhehui", "社联会", "社會組織聯合會"})
    void findsAndMarksANameHoweverItIsTyped(String q) {
        var first = ask(Map.of("q", q, "kind", "FEDERATION")).path("items").get(0);
        assertThat(first.path("name").asString()).endsWith("社区社会组织联合会");
        assertThat(first.path("highlight").asString()).contains("<em>");
    }

    @Test
    void findsABodyByTheWholeOfItsNumberOrItsBeginning() {
        var body = ask(Map.of("kind", "FEDERATION")).path("items").get(0);
        var code = body.path("creditCode").asString();
        for (var q : List.of(code, code.toLowerCase(), String.join(" ", code.split("(?<=\\G.{4})")))) {
            assertThat(ask(Map.of("q", q)).path("items").get(0).path("id"))
                    .as(q)
                    .isEqualTo(body.path("id"));
        }
        assertThat(ask(Map.of("q", code.substring(0, 12))).path("items").valueStream())
                .anyMatch(item -> item.path("id").equals(body.path("id")));
        var group = ask(Map.of("kind", "FILED_GROUP")).path("items").get(0);
        var number = group.path("filingNumber").asString();
        assertThat(ask(Map.of("q", number)).path("items").get(0).path("id")).isEqualTo(group.path("id"));
        assertThat(ask(Map.of("q", number.substring(0, 12))).path("total").asInt())
                .isPositive();
    }

    @Test
    void oneCharacterIsAQuestionToo() {
        var page = ask(Map.of("q", "队"));
        assertThat(page.path("total").asInt()).isPositive();
        assertThat(page.path("items").valueStream())
                .allMatch(item -> item.path("highlight").asString().contains("<em>队</em>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"社区", "lianhe", "xindu", "锦江"})
    void suggestsBodiesAndPlaces(String q) {
        house.anonymous()
                .get()
                .uri("/api/organizations/suggestions?q={q}", q)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .value(Integer.class, count -> assertThat(count).isBetween(1, 9));
    }
}
