package org.goufu.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goufu.purchase.NoticeStatus;

/** The narrowing parts of a question as queries. */
final class NoticeFilters {
    private static final Query HAS_OUTCOME = QueryBuilders.exists(exists -> exists.field("outcome"));
    private static final Query HAS_DEADLINE = QueryBuilders.exists(exists -> exists.field("deadline"));

    private NoticeFilters() {}

    /** Those that a facet stands for. */
    static Map<FacetName, Query> ofFacets(NoticeQuestion ask, Instant now) {
        var filters = new EnumMap<FacetName, Query>(FacetName.class);
        put(filters, FacetName.REGION, "regionPath", ask.regions());
        put(filters, FacetName.CATEGORY, "categoryPath", ask.categories());
        put(filters, FacetName.METHOD, "method", names(ask.methods()));
        put(filters, FacetName.TYPE, "type", names(ask.types()));
        if (!ask.statuses().isEmpty()) {
            filters.put(FacetName.STATUS, anyStatus(ask.statuses(), now));
        }
        if (!ask.published().isUnbounded()) {
            filters.put(FacetName.MONTH, within("publishedAt", ask.published()));
        }
        return filters;
    }

    private static void put(Map<FacetName, Query> filters, FacetName name, String field, List<String> values) {
        if (!values.isEmpty()) filters.put(name, anyOf(field, values));
    }

    static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    static Query anyOf(String field, Collection<String> values) {
        if (values.size() == 1) {
            return QueryBuilders.term(
                    term -> term.field(field).value(values.iterator().next()));
        }
        var these = values.stream().map(FieldValue::of).toList();
        return QueryBuilders.terms(terms -> terms.field(field).terms(any -> any.value(these)));
    }

    static Query within(String field, Span span) {
        return QueryBuilders.range(range -> range.date(date -> {
            date.field(field);
            if (span.from() != null) date.gte(span.from().toString());
            if (span.to() != null) date.lte(span.to().toString());
            return date;
        }));
    }

    private static Query anyStatus(List<NoticeStatus> statuses, Instant now) {
        var these = statuses.stream().map(status -> status(status, now)).toList();
        return these.size() == 1
                ? these.getFirst()
                : QueryBuilders.bool(bool -> bool.should(these).minimumShouldMatch("1"));
    }

    /** An outcome stays; before there is one, the deadline and the moment of asking decide. */
    static Query status(NoticeStatus status, Instant now) {
        return switch (status) {
            case OPEN -> QueryBuilders.bool(bool -> bool.filter(dueAfter(now)).mustNot(HAS_OUTCOME));
            case CLOSED -> QueryBuilders.bool(bool -> bool.filter(HAS_DEADLINE).mustNot(dueAfter(now), HAS_OUTCOME));
            case AWARDED, TERMINATED ->
                QueryBuilders.term(term -> term.field("outcome").value(status.name()));
            case PUBLISHED -> QueryBuilders.bool(bool -> bool.mustNot(HAS_OUTCOME, HAS_DEADLINE));
        };
    }

    static Query dueAfter(Instant now) {
        return QueryBuilders.range(
                range -> range.date(date -> date.field("deadline").gt(now.toString())));
    }
}
