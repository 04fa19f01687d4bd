package org.goufu.search.query;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.goufu.search.query.NoticePage.Facet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a facet counted; values that nothing has are left out. */
final class FacetCounts {
    private FacetCounts() {}

    static List<Facet> of(@Nullable JsonNode counted, UnaryOperator<String> naming) {
        if (counted == null) return List.of();
        var buckets = (counted.has("in") ? counted.get("in") : counted).path("buckets");
        if (buckets.isArray()) {
            return buckets.valueStream()
                    .map(bucket -> facet(key(bucket), bucket, naming))
                    .toList();
        }
        return buckets.propertyStream()
                .map(bucket -> facet(bucket.getKey(), bucket.getValue(), naming))
                .filter(facet -> facet.count() > 0)
                .sorted(Comparator.comparingLong(Facet::count).reversed())
                .toList();
    }

    /** Truth values are counted as 0 and 1, and said in words beside. */
    private static String key(JsonNode bucket) {
        return bucket.path("key_as_string").asString(bucket.path("key").asString(""));
    }

    private static Facet facet(String key, JsonNode bucket, UnaryOperator<String> naming) {
        return new Facet(key, naming.apply(key), bucket.path("doc_count").asLong());
    }
}
