package org.goufu.purchase.usecase;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.ledger.Act;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.usecase.Purchases.Published;

/** What the ledger says of a published notice: enough to hold any copy of it against the entry. */
final class EnteredNotice {
    private EnteredNotice() {}

    static Act of(UUID purchaseId, NewNotice notice) {
        var content = notice.content();
        return of(new Published(
                notice.id(), purchaseId, content.type(), content.number(), content.publishedAt(), notice.digest()));
    }

    /** Also which text it replaces, and until when bids are taken from then on. */
    static Act ofCorrection(CorrectedCall call, NewNotice notice) {
        var content = notice.content();
        return new Act(
                Act.Kind.NOTICE_CORRECTED,
                notice.id(),
                call.purchase(),
                Map.of(
                        "type", content.type().name(),
                        "number", content.number(),
                        "publishedAt", content.publishedAt().toString(),
                        "digest", HexFormat.of().formatHex(notice.digest()),
                        "corrects", call.digest(),
                        "deadline", Objects.requireNonNull(content.deadline()).toString()));
    }

    static Act of(Published notice) {
        return new Act(
                Act.Kind.NOTICE_PUBLISHED,
                notice.id(),
                notice.purchaseId(),
                Map.of(
                        "type", notice.type().name(),
                        "number", notice.number(),
                        "publishedAt", notice.at().toString(),
                        "digest", HexFormat.of().formatHex(notice.digest())));
    }
}
