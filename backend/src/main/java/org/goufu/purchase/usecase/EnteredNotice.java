package org.goufu.purchase.usecase;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.ledger.Act;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.usecase.Purchases.Published;

/** What the ledger says of a published notice: enough to hold any copy of it against the entry. */
final class EnteredNotice {
    private EnteredNotice() {}

    static Act of(UUID id, UUID purchaseId, NoticeContent notice) {
        var digest = CanonicalNotice.digest(CanonicalNotice.text(notice));
        return of(new Published(id, purchaseId, notice.type(), notice.number(), notice.publishedAt(), digest));
    }

    /** Also which text it replaces, and until when bids are taken from then on. */
    static Act ofCorrection(UUID id, CorrectedCall call, NoticeContent notice) {
        return new Act(
                Act.Kind.NOTICE_CORRECTED,
                id,
                call.purchase(),
                Map.of(
                        "type", notice.type().name(),
                        "number", notice.number(),
                        "publishedAt", notice.publishedAt().toString(),
                        "digest", HexFormat.of().formatHex(CanonicalNotice.digest(CanonicalNotice.text(notice))),
                        "corrects", call.digest(),
                        "deadline", Objects.requireNonNull(notice.deadline()).toString()));
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
