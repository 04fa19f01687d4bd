package org.goufu.search.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a list can be narrowed to, each facet as if its own narrowing had not been made. */
final class FacetQueries {
    private static final int MOST_NODES = 400;
    private static final int MOST_VALUES = 50;

    private FacetQueries() {}

    /** Counts with every narrowing but the facet's own. */
    static <N> Aggregation apart(N name, Map<N, Query> filters, Aggregation counting) {
        var others = new LinkedHashMap<>(filters);
        others.remove(name);
        if (others.isEmpty()) return counting;
        return Aggregation.of(within -> within.filter(all(others.values())).aggregations("in", counting));
    }

    static Aggregation nodes(String field, List<String> codes) {
        return Aggregation.of(facet ->
                facet.terms(terms -> terms.field(field).size(MOST_NODES).include(include -> include.terms(codes))));
    }

    static Aggregation terms(String field) {
        return Aggregation.of(facet -> facet.terms(terms -> terms.field(field).size(MOST_VALUES)));
    }

    static Aggregation each(Map<String, Query> queries) {
        return Aggregation.of(facet -> facet.filters(filters -> filters.filters(these -> these.keyed(queries))));
    }

    static Query all(Collection<Query> filters) {
        return filters.size() == 1
                ? filters.iterator().next()
                : QueryBuilders.bool(bool -> bool.filter(List.copyOf(filters)));
    }
}
