package org.goufu.purchase.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.goufu.purchase.Finding;
import org.goufu.purchase.domain.Circumstances;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.PublicationRules;
import org.goufu.reference.Thresholds;
import org.goufu.reference.WorkCalendars;
import org.springframework.stereotype.Component;

/** Holds a draft against all rules, with the calendar and the limits of the day. */
@Component
class Examination {
    private static final String PROVINCE = "51";

    private final WorkCalendars calendars;
    private final Thresholds thresholds;

    Examination(WorkCalendars calendars, Thresholds thresholds) {
        this.calendars = calendars;
        this.thresholds = thresholds;
    }

    List<Finding> of(Content content, Instant now) {
        var region = content.regionCode() == null ? PROVINCE : content.regionCode();
        var today = LocalDate.ofInstant(now, DraftPurchase.ZONE);
        var limit = thresholds.purchaseLimit(region, today).amountFen();
        return PublicationRules.check(content, new Circumstances(now, calendars.current(), limit));
    }
}
