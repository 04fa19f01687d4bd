package org.goufu.purchase.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.Circumstances;
import org.goufu.purchase.domain.Circumstances.Limits;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.FailedLot;
import org.goufu.purchase.domain.PublicationRules;
import org.goufu.purchase.domain.Purchase;
import org.goufu.reference.Thresholds;
import org.goufu.reference.WorkCalendars;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds a draft against all rules, with the calendar and the limits of the day. */
@Component
class Examination {
    private static final String PROVINCE = "51";

    private final WorkCalendars calendars;
    private final Thresholds thresholds;
    private final FailedLots failedLots;
    private final BidPlaces places;
    private final PublicationSettings settings;

    Examination(
            WorkCalendars calendars,
            Thresholds thresholds,
            FailedLots failedLots,
            BidPlaces places,
            PublicationSettings settings) {
        this.calendars = calendars;
        this.thresholds = thresholds;
        this.failedLots = failedLots;
        this.places = places;
        this.settings = settings;
    }

    Mono<List<Finding>> of(Purchase purchase, Instant now) {
        var content = purchase.content();
        return circumstances(content, purchase.departmentId(), now)
                .map(circumstances -> PublicationRules.check(content, circumstances));
    }

    Mono<Circumstances> circumstances(Content content, UUID department, Instant now) {
        var region = content.regionCode() == null ? PROVINCE : content.regionCode();
        var today = LocalDate.ofInstant(now, DraftPurchase.ZONE);
        var limits = new Limits(
                thresholds.purchaseLimit(region, today).amountFen(),
                thresholds.openTender(region, today).amountFen());
        return failedLots
                .among(content.repeated(), department)
                .map(failed -> new Circumstances(
                        now, calendars.current(), limits, bids(content), settings.publicationMedia(), failed));
    }

    /** Where the bids of a draft would be given. */
    BidPlace bids(Content content) {
        return places.of(
                content.method() == null ? ProcurementMethod.BT_COMPARE : content.method(),
                content.regionCode() == null ? PROVINCE : content.regionCode());
    }

    /** The failed lots that it repeats, those of its own department. */
    Mono<Map<UUID, FailedLot>> repeated(Purchase purchase) {
        return failedLots.among(purchase.content().repeated(), purchase.departmentId());
    }
}
