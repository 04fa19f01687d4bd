package org.goufu.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of found notices with the facets of the whole result.
 *
 * @param total exact up to 10,000; above that 10,000 with {@code totalIsLowerBound}
 * @param next opaque cursor of the next page, null on the last
 */
public record NoticePage(
        List<NoticeHit> items,
        long total,
        boolean totalIsLowerBound,
        @Nullable String next,
        Facets facets) {
    /** What the list can be narrowed by; each counts as if its own narrowing had not been made. */
    public record Facets(
            List<Facet> region,
            List<Facet> category,
            List<Facet> method,
            List<Facet> type,
            List<Facet> status,
            List<Facet> month) {}

    /** A value that the list can be narrowed to, and how many notices that would leave. */
    public record Facet(String key, String name, long count) {}
}
