package org.goufu.opendata.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.goufu.kernel.RegionCode;

/**
 * How many streets and communities exist under each region.
 *
 * <p>All that the reference data knows count, also those without any organization: an average over the busy ones would flatter.
 */
public final class Denominators {
    private static final Denominator NONE = new Denominator(0, 0, 0);

    private final Map<String, Denominator> byRegion = new HashMap<>();

    /** What exists under one region. */
    public record Denominator(int streets, int urban, int rural) {
        private Denominator plus(Denominator other) {
            return new Denominator(streets + other.streets, urban + other.urban, rural + other.rural);
        }
    }

    /** @param overrides communities whose code does not tell their kind */
    public Denominators(
            Collection<String> streets, Collection<String> communities, Map<String, CommunityKind> overrides) {
        streets.forEach(street -> add(street, new Denominator(1, 0, 0)));
        for (var community : communities) {
            boolean urban = overrides.getOrDefault(community, CommunityKind.of(community)) == CommunityKind.URBAN;
            add(community, new Denominator(0, urban ? 1 : 0, urban ? 0 : 1));
        }
    }

    private void add(String code, Denominator one) {
        for (var above : new RegionCode(code).path()) {
            byRegion.merge(above, one, Denominator::plus);
        }
    }

    public Denominator of(String region) {
        return byRegion.getOrDefault(region, NONE);
    }
}
