package org.goufu.bidding.usecase;

import java.util.List;
import org.goufu.purchase.PublishedLot;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where bids above the purchase limit may be given on this platform.
 *
 * @param designations regions whose finance department has designated it; none when nothing is set
 */
@ConfigurationProperties("goufu.bidding")
public record BiddingSettings(List<Designation> designations) {

    /**
     * One designation.
     *
     * @param region its code; everything under it is meant too
     * @param document the number of the document that says so
     */
    public record Designation(String region, String document) {}

    public BiddingSettings {
        designations = List.copyOf(designations);
    }

    /** Below the purchase limit Goufu is native; above it bids are given on the statutory portal unless it was designated (product.md 12). */
    public boolean isGivenHere(PublishedLot lot) {
        return lot.deadline() != null
                && (lot.method().isBelowLimit()
                        || designations.stream()
                                .anyMatch(designation -> lot.regionCode().startsWith(designation.region())));
    }
}
