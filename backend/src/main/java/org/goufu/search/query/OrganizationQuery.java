package org.goufu.search.query;

import static org.goufu.search.query.FacetQueries.all;
import static org.goufu.search.query.FacetQueries.apart;
import static org.goufu.search.query.FacetQueries.each;
import static org.goufu.search.query.FacetQueries.nodes;
import static org.goufu.search.query.FacetQueries.terms;
import static org.goufu.search.query.OrganizationQuestion.Sort.REGION;
import static org.goufu.search.query.OrganizationQuestion.Sort.RELEVANCE;
import static org.goufu.search.query.TextQueries.anyOf;
import static org.goufu.search.query.TextQueries.phrase;
import static org.goufu.search.query.TextQueries.worth;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.kernel.Page;
import org.goufu.search.query.OrganizationQuestion.Sort;
import org.goufu.search.query.Words.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a question about bodies into one request: hits, total and facets together.
 *
 * <p>The narrowing by a facet's own name stands outside of the query, so that each facet can count without it.
 */
@Component
class OrganizationQuery {
    private static final float NUMBER = 16;
    private static final float BEGUN = 6;
    private static final float NAME = 8;
    private static final float SYNONYM = 4;
    private static final float TYPED = 4;
    private static final float ABBREVIATED = 2;
    private static final int SHORTEST_ABBREVIATION = 3;
    /** How many characters of the full name an abbreviation may leave out. */
    private static final int LEFT_OUT = 12;

    /** From so many characters on, digits mean the beginning of a credit code or of a filing number. */
    private static final Pattern BEGUN_NUMBER = Pattern.compile("(?=.*\\d)[a-z0-9-]{4,40}");

    private static final List<String> SHOWN = List.of(
            "id",
            "kind",
            "legalForm",
            "creditCode",
            "filingNumber",
            "name",
            "regionCode",
            "grade",
            "status",
            "categories",
            "federationId",
            "federationName");
    private static final Map<String, Query> GRADES =
            IntStream.rangeClosed(1, 5).boxed().collect(Collectors.toMap(grade -> "A" + grade, BodyFilters::atLeast));
    private static final Map<String, Query> FEDERATED =
            Map.of("true", BodyFilters.federated(true), "false", BodyFilters.federated(false));

    private static final Query GONE =
            QueryBuilders.term(term -> term.field("deleted").value(true));

    private final Tree tree;

    OrganizationQuery(Tree tree) {
        this.tree = tree;
    }

    static Sort order(OrganizationQuestion ask, Words words) {
        var usual = words.wanted().isEmpty() ? REGION : RELEVANCE;
        var sort = ask.sort() == null ? usual : ask.sort();
        return sort == RELEVANCE ? usual : sort;
    }

    SearchRequest of(OrganizationQuestion ask, Words words, @Nullable Cursor cursor) {
        var order = order(ask, words);
        var facets = BodyFilters.ofFacets(ask);
        return SearchRequest.of(request -> {
            request.query(query(ask, words, order))
                    .size(ask.size() + 1)
                    .trackTotalHits(total -> total.count(Page.COUNTED_UP_TO))
                    .source(source -> source.filter(filter -> filter.includes(SHOWN)))
                    .sort(sorts(order))
                    .aggregations(aggregations(ask, facets));
            if (!facets.isEmpty()) request.postFilter(all(facets.values()));
            if (cursor != null) request.searchAfter(cursor.after());
            return request;
        });
    }

    private static List<SortOptions> sorts(Sort order) {
        return switch (order) {
            case RELEVANCE -> List.of(score(), by("regionCode"), by("id"));
            case REGION -> List.of(by("regionCode"), by("name.sort"), by("id"));
            case NAME -> List.of(by("name.sort"), by("regionCode"), by("id"));
            case GRADE -> List.of(by("gradeLevel", SortOrder.Desc), by("regionCode"), by("id"));
        };
    }

    private static SortOptions score() {
        return SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    }

    private static SortOptions by(String field) {
        return by(field, SortOrder.Asc);
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order)));
    }

    private static Query query(OrganizationQuestion ask, Words words, Sort order) {
        var query = QueryBuilders.bool().mustNot(GONE);
        var wanted = words.wanted().stream().map(OrganizationQuery::named).toList();
        if (order == RELEVANCE) {
            query.must(wanted);
        } else {
            query.filter(wanted);
        }
        words.unwanted().forEach(word -> query.mustNot(named(word)));
        if (words.isVoid()) query.mustNot(QueryBuilders.matchAll(every -> every));
        if (!ask.federations().isEmpty()) {
            var ids = ask.federations().stream().map(Object::toString).toList();
            query.filter(NoticeFilters.anyOf("federations", ids));
        }
        return query.build()._toQuery();
    }

    private Map<String, Aggregation> aggregations(OrganizationQuestion ask, Map<BodyFacet, Query> filters) {
        var counting = new EnumMap<BodyFacet, Aggregation>(BodyFacet.class);
        counting.put(BodyFacet.REGION, nodes("regionPath", tree.regions(ask.regions())));
        counting.put(BodyFacet.CATEGORY, nodes("categoryPath", tree.categories(ask.categories())));
        counting.put(BodyFacet.KIND, terms("kind"));
        counting.put(BodyFacet.LEGAL_FORM, terms("legalForm"));
        counting.put(BodyFacet.LEGAL_PERSON, terms("legalPerson"));
        counting.put(BodyFacet.MIN_GRADE, each(GRADES));
        counting.put(BodyFacet.STATUS, terms("status"));
        counting.put(BodyFacet.FEDERATED, each(FEDERATED));
        var facets = new LinkedHashMap<String, Aggregation>();
        counting.forEach((name, aggregation) -> facets.put(name.key(), apart(name, filters, aggregation)));
        return facets;
    }

    /** By name, a part of it, a synonym in it, its sound, its first letters, an abbreviation, or a number of the body. */
    static Query named(Word word) {
        var text = word.text();
        var ways = new ArrayList<Query>();
        ways.add(worth(NAME, phrase("name", text)));
        ways.add(worth(NAME, phrase("nameFolded", text)));
        ways.add(worth(NUMBER, number("creditCode", text)));
        ways.add(worth(NUMBER, number("filingNumber", text)));
        if (word.exact()) return anyOf(ways);
        if (BEGUN_NUMBER.matcher(text).matches()) {
            ways.add(worth(BEGUN, begun("creditCode", text)));
            ways.add(worth(BEGUN, begun("filingNumber", text)));
        }
        Synonyms.of(text).forEach(synonym -> ways.add(worth(SYNONYM, phrase("name", synonym))));
        if (text.matches("[a-z]{2,40}")) {
            ways.addAll(TextQueries.pinyin("namePinyin", "nameInitials", text, TYPED));
        } else if (text.length() >= SHORTEST_ABBREVIATION) {
            ways.add(worth(ABBREVIATED, abbreviation(text)));
        }
        return anyOf(ways);
    }

    private static Query number(String field, String text) {
        return QueryBuilders.term(term -> term.field(field).value(text.toUpperCase(Locale.ROOT)));
    }

    private static Query begun(String field, String text) {
        return QueryBuilders.prefix(prefix -> prefix.field(field).value(text.toUpperCase(Locale.ROOT)));
    }

    /** All its characters in this order, others in between. */
    private static Query abbreviation(String text) {
        return QueryBuilders.intervals(intervals -> intervals
                .field("name.letters")
                .match(match -> match.query(text).ordered(true).maxGaps(LEFT_OUT)));
    }
}
