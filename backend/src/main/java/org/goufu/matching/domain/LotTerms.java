package org.goufu.matching.domain;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.Requirement;

/**
 * What of a lot decides who fits it and who may bid.
 *
 * @param places where the service is given; the purchase's own region when the lot names none
 */
public record LotTerms(
        UUID lotId, CategoryCode category, long budgetFen, List<RegionCode> places, List<Requirement> requirements) {

    public LotTerms {
        places = List.copyOf(places);
        requirements = List.copyOf(requirements);
    }

    public static LotTerms of(PublishedLot lot) {
        var places = lot.serviceRegionCodes().isEmpty() ? List.of(lot.regionCode()) : lot.serviceRegionCodes();
        return new LotTerms(
                lot.id(),
                new CategoryCode(lot.categoryCode()),
                lot.budgetFen(),
                places.stream().map(RegionCode::new).toList(),
                lot.requirements());
    }

    /** Whether one of the lot's places lies in one of these, or the other way round. */
    public boolean touches(List<String> regions) {
        return regions.stream()
                .map(RegionCode::new)
                .anyMatch(region -> places.stream().anyMatch(region::touches));
    }
}
