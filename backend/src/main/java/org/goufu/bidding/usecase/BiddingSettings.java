package org.goufu.bidding.usecase;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlace.Reason;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where bids above the purchase limit may be given on this platform.
 *
 * @param designations regions whose finance department has designated it; none when nothing is set
 */
@ConfigurationProperties("goufu.bidding")
public record BiddingSettings(List<Designation> designations) implements BidPlaces {
    /**
     * Methods above the limit whose procedure the platform runs whole, from the first bid to the award (decision 39). A consultation or a
     * negotiation needs rounds of talks and final offers, an invited tender its invitations, and nobody may run half of them here.
     */
    private static final Set<ProcurementMethod> RUN_WHOLE = EnumSet.of(ProcurementMethod.OPEN_TENDER);

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
    @Override
    public BidPlace of(ProcurementMethod method, String regionCode) {
        if (method.isBelowLimit()) return BidPlace.BELOW_LIMIT;
        return designations.stream()
                .filter(designation -> regionCode.startsWith(designation.region()))
                .findFirst()
                .map(designation -> RUN_WHOLE.contains(method)
                        ? new BidPlace(true, Reason.DESIGNATED, designation.document())
                        : new BidPlace(false, Reason.NOT_RUN_WHOLE, designation.document()))
                .orElse(BidPlace.NOT_DESIGNATED);
    }

    public boolean isGivenHere(PublishedLot lot) {
        return lot.deadline() != null && of(lot.method(), lot.regionCode()).here();
    }
}
