package org.goufu.purchase.usecase;

import java.time.LocalDate;
import java.util.List;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.domain.OpenCall;
import org.goufu.purchase.domain.PublicationMedia.Medium;
import org.goufu.reference.Thresholds;
import org.goufu.reference.Thresholds.Threshold;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says which methods can be published from here, from which amounts on, and where their bids are given in a region. */
@Component
public class OfferMethods {
    private final Thresholds thresholds;
    private final BidPlaces places;
    private final PublicationSettings settings;
    private final BusinessClock clock;

    OfferMethods(Thresholds thresholds, BidPlaces places, PublicationSettings settings, BusinessClock clock) {
        this.thresholds = thresholds;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** A method with where its bids are given. */
    public record Offered(OpenCall call, BidPlace bidPlace) {}

    /** What holds in a region today. */
    public record Offer(Threshold purchaseLimit, Threshold openTender, List<String> media, List<Offered> methods) {}

    public Mono<Offer> in(String regionCode) {
        return clock.today().map(today -> offer(regionCode, today));
    }

    private Offer offer(String regionCode, LocalDate today) {
        return new Offer(
                thresholds.purchaseLimit(regionCode, today),
                thresholds.openTender(regionCode, today),
                settings.media().stream().map(Medium::name).toList(),
                OpenCall.all().stream()
                        .map(call -> new Offered(call, places.of(call.method(), regionCode)))
                        .toList());
    }
}
