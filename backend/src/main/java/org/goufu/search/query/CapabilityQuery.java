package org.goufu.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.Collection;
import java.util.List;
import org.goufu.search.Filter;

/** Translates a neutral filter; what it finds is exactly what {@link org.goufu.search.Capability#satisfies} accepts. */
final class CapabilityQuery {
    private static final Query LIVING = QueryBuilders.bool(bool ->
            bool.mustNot(QueryBuilders.term(term -> term.field("deleted").value(true))));
    private static final Query EVERYTHING = QueryBuilders.matchAll(every -> every);
    private static final Query NOTHING = QueryBuilders.matchNone(none -> none);

    private CapabilityQuery() {}

    /** Documents that stand for nothing any more are left out. */
    static Query of(Filter filter) {
        return QueryBuilders.bool(bool -> bool.filter(LIVING, part(filter)));
    }

    static Query part(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) ->
                parts.isEmpty() ? EVERYTHING : QueryBuilders.bool(bool -> bool.filter(parts(parts)));
            case Filter.Any(var parts) ->
                parts.isEmpty()
                        ? NOTHING
                        : QueryBuilders.bool(bool -> bool.should(parts(parts)).minimumShouldMatch("1"));
            case Filter.Not(var part) -> QueryBuilders.bool(bool -> bool.mustNot(part(part)));
            case Filter.Terms(var field, var values) -> values.isEmpty() ? NOTHING : terms(field.name(), values);
            case Filter.Range range -> range(range);
            case Filter.Contains(var field, var day) ->
                QueryBuilders.term(term -> term.field(field.name()).value(day));
            case Filter.Exists(var field) -> QueryBuilders.exists(exists -> exists.field(field.name()));
        };
    }

    private static List<Query> parts(Collection<Filter> parts) {
        return parts.stream().map(CapabilityQuery::part).toList();
    }

    private static Query terms(String field, Collection<String> values) {
        var these = values.stream().map(FieldValue::of).toList();
        return QueryBuilders.terms(terms -> terms.field(field).terms(any -> any.value(these)));
    }

    /** Bounds go as text: amounts in fen do not fit the exact range of a double. */
    private static Query range(Filter.Range range) {
        return QueryBuilders.bool(bool -> bool.filter(
                QueryBuilders.exists(exists -> exists.field(range.field().name())),
                QueryBuilders.range(bounds -> bounds.term(term -> {
                    term.field(range.field().name());
                    if (range.min() != null) term.gte(range.min().toString());
                    if (range.max() != null) term.lte(range.max().toString());
                    return term;
                }))));
    }
}
