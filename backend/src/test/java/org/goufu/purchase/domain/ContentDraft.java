package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.List;
import org.goufu.purchase.Contact;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory;
import org.jspecify.annotations.Nullable;

/** A content of which only some parts are said. */
final class ContentDraft {
    private @Nullable String title;
    private @Nullable ProcurementMethod method;
    private @Nullable String regionCode;
    private @Nullable String description;
    private List<LotContent> lots = List.of();
    private @Nullable Instant bidDeadline;
    private @Nullable Instant openingAt;
    private @Nullable Contact contact;
    private @Nullable Boolean stagedOpening;
    private @Nullable Boolean supervisedOpening;
    private @Nullable LowPriceRatios lowPrice;
    private @Nullable Statutory statutory;

    ContentDraft title(String said) {
        title = said;
        return this;
    }

    ContentDraft method(ProcurementMethod said) {
        method = said;
        return this;
    }

    ContentDraft region(String said) {
        regionCode = said;
        return this;
    }

    ContentDraft description(@Nullable String said) {
        description = said;
        return this;
    }

    ContentDraft lot(LotContent only) {
        lots = List.of(only);
        return this;
    }

    ContentDraft deadline(@Nullable Instant said) {
        bidDeadline = said;
        return this;
    }

    ContentDraft opening(@Nullable Instant said) {
        openingAt = said;
        return this;
    }

    ContentDraft contact(Contact said) {
        contact = said;
        return this;
    }

    ContentDraft staged() {
        stagedOpening = true;
        return this;
    }

    ContentDraft supervised() {
        supervisedOpening = true;
        return this;
    }

    ContentDraft lowPrice(@Nullable LowPriceRatios said) {
        lowPrice = said;
        return this;
    }

    ContentDraft statutory(@Nullable Statutory said) {
        statutory = said;
        return this;
    }

    /** What is not said is missing. */
    Content done() {
        return new Content(
                title,
                method,
                regionCode,
                description,
                lots,
                bidDeadline,
                openingAt,
                contact,
                stagedOpening,
                null,
                supervisedOpening,
                lowPrice,
                statutory);
    }
}
