package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.goufu.kernel.Coded;
import org.goufu.purchase.NoticeStatus;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;
import org.goufu.search.SearchFixtures;
import org.goufu.search.index.Elastic;
import org.goufu.search.query.NoticeQuestion.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is sent, as JSON; no server is needed. */
class RequestTests {
    private static final Regions REGIONS = new TwoPlaces();
    private static final ServiceCategories CATEGORIES = new OneCategory();
    private final NoticeQuery query =
            new NoticeQuery(new TextQueries(new Vocabulary(REGIONS, CATEGORIES)), new Tree(REGIONS, CATEGORIES));

    @Test
    void aPlainListAsksForTheNewestAndNeitherScoresNorHighlights() {
        var json = json(ask("", List.of(), List.of(), null));
        assertThat(json.at("/sort/0/publishedAt/order").asString("")).isEqualTo("desc");
        assertThat(json.has("highlight")).isFalse();
        assertThat(json.has("post_filter")).isFalse();
        assertThat(json.at("/track_total_hits").asInt()).isEqualTo(10_000);
        assertThat(json.at("/size").asInt()).isEqualTo(21);
        assertThat(json.at("/_source/includes").toString()).doesNotContain("body");
    }

    @Test
    void aPhraseIsLookedForInThreeFieldsAndNothingElse() {
        var json = json(ask("\"助餐\"", List.of(), List.of(), null));
        var ways = json.at("/query/bool/must/0/dis_max/queries");
        assertThat(ways.size()).isEqualTo(3);
        assertThat(ways.toString()).isEqualTo("""
                        [{"constant_score":{"boost":8.0,"filter":{"match_phrase":{"title":{"query":"助餐"}}}}},\
                        {"constant_score":{"boost":3.0,"filter":{"match_phrase":{"also":{"query":"助餐"}}}}},\
                        {"constant_score":{"boost":2.0,"filter":{"match_phrase":{"body":{"query":"助餐"}}}}}]""");
        assertThat(json.has("highlight")).isTrue();
    }

    @Test
    void aFacetCountsWithoutItsOwnNarrowingAndWithTheOthers() {
        var json = json(ask("", List.of("5101"), List.of(NoticeStatus.AWARDED), null));
        assertThat(json.at("/post_filter/bool/filter").size()).isEqualTo(2);
        assertThat(json.at("/aggregations/region/filter").toString())
                .isEqualTo("{\"term\":{\"outcome\":{\"value\":\"AWARDED\"}}}");
        assertThat(json.at("/aggregations/status/filter").toString())
                .isEqualTo("{\"term\":{\"regionPath\":{\"value\":\"5101\"}}}");
        assertThat(json.at("/aggregations/type/filter/bool/filter").size()).isEqualTo(2);
        assertThat(json.at("/query").toString()).doesNotContain("regionPath");
    }

    @Test
    void aChosenOrderNeedsNoScores() {
        var json = json(ask("助餐", List.of(), List.of(), Sort.AMOUNT));
        assertThat(json.at("/query/bool/filter").size()).isEqualTo(1);
        assertThat(json.at("/query/bool/must").isMissingNode()).isTrue();
    }

    @Test
    void aFacetOfBodiesCountsWithoutItsOwnNarrowingAndWithTheOthers() {
        var json = json(bodies("", List.of("5101"), 3, null));
        assertThat(json.at("/query").toString()).doesNotContain("regionPath", "gradeLevel");
        assertThat(json.at("/post_filter/bool/filter").size()).isEqualTo(2);
        assertThat(json.at("/aggregations/minGrade/filter").toString())
                .isEqualTo("{\"term\":{\"regionPath\":{\"value\":\"5101\"}}}");
        assertThat(json.at("/aggregations/region/filter").toString())
                .isEqualTo("{\"range\":{\"gradeLevel\":{\"gte\":3.0}}}");
        assertThat(json.at("/aggregations/kind/filter/bool/filter").size()).isEqualTo(2);
        assertThat(json.at("/aggregations/minGrade/aggregations/in/filters/filters")
                        .propertyNames())
                .containsExactlyInAnyOrder("A1", "A2", "A3", "A4", "A5");
        assertThat(json.at("/sort/0/regionCode/order").asString("")).isEqualTo("asc");
    }

    @Test
    void bodiesAreScoredOnlyForRelevance() {
        assertThat(json(bodies("助餐", List.of(), 0, null)).at("/query/bool/must").size())
                .isEqualTo(1);
        var named = json(bodies("助餐", List.of(), 0, OrganizationQuestion.Sort.NAME));
        assertThat(named.at("/query/bool/must").isMissingNode()).isTrue();
        assertThat(named.at("/query/bool/filter").size()).isEqualTo(1);
        assertThat(named.at("/sort/0").propertyNames()).containsExactly("name.sort");
    }

    @Test
    void theBeginningOfANumberIsEnoughFromFourCharactersOn() {
        assertThat(json(bodies("5151", List.of(), 0, null))
                        .at("/query/bool/must")
                        .toString())
                .contains("{\"prefix\":{\"creditCode\":{\"value\":\"5151\"}}}");
        assertThat(json(bodies("ba-5101", List.of(), 0, null))
                        .at("/query/bool/must")
                        .toString())
                .contains("{\"prefix\":{\"filingNumber\":{\"value\":\"BA-5101\"}}}");
        for (var q : List.of("515", "志愿服务", "shequ", "\"5151\"")) {
            assertThat(json(bodies(q, List.of(), 0, null))
                            .at("/query/bool/must")
                            .toString())
                    .as(q)
                    .doesNotContain("\"prefix\":{\"creditCode");
        }
    }

    @Test
    void aCreditCodeInGroupsOfFourIsOneWord() {
        assertThat(OrganizationSearch.words("5151 0104 MJQ1 2345 67").wanted())
                .containsExactly(new Words.Word("51510104mjq1234567", false));
        assertThat(OrganizationSearch.words("social workers here a").wanted()).hasSize(4);
    }

    private static JsonNode json(OrganizationQuestion ask) {
        var request = new OrganizationQuery(new Tree(REGIONS, CATEGORIES))
                .of(ask, OrganizationSearch.words(ask.text()), null);
        return Elastic.JSON.readTree(new String(Elastic.bytes(request), StandardCharsets.UTF_8));
    }

    private static OrganizationQuestion bodies(
            String q, List<String> regions, int minGrade, OrganizationQuestion.@Nullable Sort sort) {
        return new OrganizationQuestion(
                q, regions, List.of(), List.of(), null, minGrade, List.of(), List.of(), List.of(), null, sort, 20,
                null);
    }

    @Test
    void aFilterIsTranslatedPartByPart() {
        var filter = Filter.all(
                Filter.not(new Filter.Contains(CapabilityField.listed("SERIOUS"), 20_000)),
                Filter.any(),
                new Filter.Terms(CapabilityField.CATEGORY, List.of("A04")),
                new Filter.Range(CapabilityField.MANDATE_CAP, 9_007_199_254_740_993L, null));
        var json = Elastic.JSON.readTree(Elastic.bytes(CapabilityQuery.part(filter)));
        assertThat(json.toString()).isEqualTo("""
                        {"bool":{"filter":[\
                        {"bool":{"must_not":[{"term":{"listedOn.SERIOUS":{"value":20000}}}]}},\
                        {"match_none":{}},\
                        {"terms":{"category":["A04"]}},\
                        {"bool":{"filter":[{"exists":{"field":"mandateCapFen"}},\
                        {"range":{"mandateCapFen":{"gte":"9007199254740993"}}}]}}]}}""");
    }

    @Test
    void poolsAreOneRequest() {
        var json = Elastic.JSON.readTree(
                Elastic.bytes(ElasticCapabilities.poolRequest(Filter.all(), List.of(Filter.any(), Filter.all()))));
        assertThat(json.at("/size").asInt(-1)).isZero();
        assertThat(json.at("/aggregations/pools/filters/filters").propertyNames())
                .containsExactly("p0", "p1", "p2");
    }

    private JsonNode json(NoticeQuestion ask) {
        var request = query.of(ask, Words.of(ask.text()), SearchFixtures.NOW, null);
        return Elastic.JSON.readTree(new String(Elastic.bytes(request), StandardCharsets.UTF_8));
    }

    private static NoticeQuestion ask(
            String q, List<String> regions, List<NoticeStatus> statuses, @Nullable Sort sort) {
        return new NoticeQuestion(
                q, List.of(), regions, List.of(), List.of(), statuses, null, null, Span.EVER, Span.EVER, List.of(),
                sort, 20, null);
    }

    private static final class TwoPlaces implements Regions {
        private static final List<Region> ALL =
                List.of(new Region("51", "四川省", 1, null, 1, "四川省"), new Region("5101", "成都市", 2, "51", 0, "成都市"));

        @Override
        public Optional<Region> find(String code) {
            return ALL.stream().filter(region -> region.code().equals(code)).findFirst();
        }

        @Override
        public List<Region> children(String parentCode) {
            return ALL.stream()
                    .filter(region -> parentCode.equals(region.parent()))
                    .toList();
        }

        @Override
        public List<Region> path(String code) {
            return ALL.stream().filter(region -> code.startsWith(region.code())).toList();
        }

        @Override
        public List<Region> level(int level) {
            return ALL.stream().filter(region -> region.level() == level).toList();
        }

        @Override
        public Coded coded(String code) {
            return new Coded(code, code);
        }

        @Override
        public List<Region> named(String text, int limit) {
            return List.of();
        }
    }

    private static final class OneCategory implements ServiceCategories {
        private static final List<ServiceCategory> ALL =
                List.of(new ServiceCategory("A", "公共服务", 1, null, 0, "M", false));

        @Override
        public Optional<ServiceCategory> find(String code) {
            return ALL.stream().filter(category -> category.code().equals(code)).findFirst();
        }

        @Override
        public List<ServiceCategory> children(String parentCode) {
            return parentCode.isEmpty() ? ALL : List.of();
        }

        @Override
        public List<ServiceCategory> path(String code) {
            return ALL;
        }

        @Override
        public List<ServiceCategory> level(int level) {
            return level == 1 ? ALL : List.of();
        }

        @Override
        public Coded coded(String code) {
            return new Coded(code, code);
        }

        @Override
        public List<ServiceCategory> named(String text, int limit) {
            return List.of();
        }
    }
}
