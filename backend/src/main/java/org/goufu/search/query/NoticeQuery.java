package org.goufu.search.query;

import static org.goufu.search.query.FacetQueries.all;
import static org.goufu.search.query.FacetQueries.apart;
import static org.goufu.search.query.FacetQueries.each;
import static org.goufu.search.query.FacetQueries.nodes;
import static org.goufu.search.query.FacetQueries.terms;
import static org.goufu.search.query.NoticeQuestion.Sort.DEADLINE;
import static org.goufu.search.query.NoticeQuestion.Sort.PUBLISHED;
import static org.goufu.search.query.NoticeQuestion.Sort.RELEVANCE;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goufu.kernel.Page;
import org.goufu.purchase.NoticeStatus;
import org.goufu.search.query.NoticeQuestion.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a question about notices into one request: hits, total, highlights and facets together.
 *
 * <p>The narrowing by a facet's own name stands outside of the query, so that each facet can count without it.
 */
@Component
class NoticeQuery {
    private static final List<String> SHOWN = List.of(
            "id",
            "number",
            "purchaseId",
            "type",
            "title",
            "departmentId",
            "departmentName",
            "regionCode",
            "categories",
            "method",
            "amountFen",
            "publishedAt",
            "deadline",
            "outcome");
    private static final int MOST_MONTHS = 240;
    private static final float AHEAD = 2;
    private static final Time DAY = Time.of(time -> time.time("1d"));
    private static final Highlight HIGHLIGHT = Highlight.of(highlight -> highlight
            .encoder(HighlighterEncoder.Html)
            .preTags("<em>")
            .postTags("</em>")
            .fields(
                    NamedValue.of("title", HighlightField.of(field -> field.numberOfFragments(0))),
                    NamedValue.of(
                            "body",
                            HighlightField.of(field -> field.fragmentSize(80).numberOfFragments(2)))));

    private final TextQueries texts;
    private final Tree tree;

    NoticeQuery(TextQueries texts, Tree tree) {
        this.texts = texts;
        this.tree = tree;
    }

    static Sort order(NoticeQuestion ask, Words words) {
        var usual = words.wanted().isEmpty() ? PUBLISHED : RELEVANCE;
        var sort = ask.sort() == null ? usual : ask.sort();
        return sort == RELEVANCE ? usual : sort;
    }

    SearchRequest of(NoticeQuestion ask, Words words, Instant now, @Nullable Cursor cursor) {
        var order = order(ask, words);
        var facets = NoticeFilters.ofFacets(ask, now);
        return SearchRequest.of(request -> {
            request.query(query(ask, words, order, now))
                    .size(ask.size() + 1)
                    .trackTotalHits(total -> total.count(Page.COUNTED_UP_TO))
                    .source(source -> source.filter(filter -> filter.includes(SHOWN)))
                    .sort(sorts(order))
                    .aggregations(aggregations(ask, facets, now));
            if (!facets.isEmpty()) request.postFilter(all(facets.values()));
            if (!words.wanted().isEmpty()) request.highlight(HIGHLIGHT);
            if (cursor != null) request.searchAfter(cursor.after());
            return request;
        });
    }

    private Query query(NoticeQuestion ask, Words words, Sort order, Instant now) {
        var query = QueryBuilders.bool();
        var wanted = words.wanted().stream().map(texts::notices).toList();
        if (order == RELEVANCE) {
            query.must(wanted);
        } else {
            query.filter(wanted);
        }
        words.unwanted().forEach(word -> query.mustNot(texts.notices(word)));
        if (words.isVoid()) query.mustNot(QueryBuilders.matchAll(every -> every));
        narrow(query, ask);
        if (order == DEADLINE) nearestFirst(query, now);
        return query.build()._toQuery();
    }

    private static void narrow(BoolQuery.Builder query, NoticeQuestion ask) {
        if (ask.minAmountFen() != null || ask.maxAmountFen() != null) {
            query.filter(amount(ask.minAmountFen(), ask.maxAmountFen()));
        }
        if (!ask.deadline().isUnbounded()) {
            query.filter(NoticeFilters.within("deadline", ask.deadline()));
        }
        if (!ask.departments().isEmpty()) {
            var ids = ask.departments().stream().map(Object::toString).toList();
            query.filter(NoticeFilters.anyOf("departmentId", ids));
        }
    }

    private static Query amount(@Nullable Long min, @Nullable Long max) {
        return QueryBuilders.range(range -> range.term(bounds -> {
            bounds.field("amountFen");
            if (min != null) bounds.gte(min.toString());
            if (max != null) bounds.lte(max.toString());
            return bounds;
        }));
    }

    /** What is still ahead comes first, the nearest before the rest; then what is past, the latest before the rest. */
    private static void nearestFirst(BoolQuery.Builder query, Instant now) {
        // Without a required part one of the optional ones would be required: then nothing without a deadline is found.
        query.filter(QueryBuilders.matchAll(every -> every));
        query.should(TextQueries.worth(AHEAD, NoticeFilters.dueAfter(now)));
        query.should(QueryBuilders.bool(past -> past.mustNot(NoticeFilters.dueAfter(now))
                .must(QueryBuilders.distanceFeature(near -> near.date(
                        date -> date.field("deadline").origin(now.toString()).pivot(DAY))))));
    }

    private static List<SortOptions> sorts(Sort order) {
        return switch (order) {
            case RELEVANCE -> List.of(score(), newest("publishedAt"), newest("id"));
            case PUBLISHED -> List.of(newest("publishedAt"), newest("id"));
            case DEADLINE -> List.of(score(), by("deadline", SortOrder.Asc), newest("id"));
            case AMOUNT -> List.of(newest("amountFen"), newest("publishedAt"), newest("id"));
        };
    }

    private static SortOptions score() {
        return SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    }

    private static SortOptions newest(String field) {
        return by(field, SortOrder.Desc);
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(
                sort -> sort.field(by -> by.field(field).order(order).missing("_last")));
    }

    private Map<String, Aggregation> aggregations(NoticeQuestion ask, Map<FacetName, Query> filters, Instant now) {
        var facets = new LinkedHashMap<String, Aggregation>();
        facets.put("region", apart(FacetName.REGION, filters, nodes("regionPath", tree.regions(ask.regions()))));
        facets.put(
                "category",
                apart(FacetName.CATEGORY, filters, nodes("categoryPath", tree.categories(ask.categories()))));
        facets.put("method", apart(FacetName.METHOD, filters, terms("method")));
        facets.put("type", apart(FacetName.TYPE, filters, terms("type")));
        facets.put("status", apart(FacetName.STATUS, filters, statuses(now)));
        facets.put("month", apart(FacetName.MONTH, filters, months()));
        return facets;
    }

    private static Aggregation months() {
        return Aggregation.of(facet -> facet.terms(
                terms -> terms.field("month").size(MOST_MONTHS).order(NamedValue.of("_key", SortOrder.Desc))));
    }

    private static Aggregation statuses(Instant now) {
        var each = new LinkedHashMap<String, Query>();
        Arrays.stream(NoticeStatus.values())
                .forEach(status -> each.put(status.name(), NoticeFilters.status(status, now)));
        return each(each);
    }
}
