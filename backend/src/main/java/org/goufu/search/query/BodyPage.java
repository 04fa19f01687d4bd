package org.goufu.search.query;

import java.util.List;
import org.goufu.search.query.NoticePage.Facet;
import org.jspecify.annotations.Nullable;

/**
 * One page of found bodies with the facets of the whole result.
 *
 * @param total exact up to 10,000; above that 10,000 with {@code totalIsLowerBound}
 * @param next opaque cursor of the next page, null on the last
 */
public record BodyPage(
        List<OrganizationHit> items,
        long total,
        boolean totalIsLowerBound,
        @Nullable String next,
        Facets facets) {
    /** What the list can be narrowed by; each counts as if its own narrowing had not been made. */
    public record Facets(
            List<Facet> region,
            List<Facet> category,
            List<Facet> kind,
            List<Facet> legalForm,
            List<Facet> legalPerson,
            List<Facet> minGrade,
            List<Facet> status,
            List<Facet> federated) {}
}
