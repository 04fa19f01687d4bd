package org.goufu.purchase.domain;

import java.util.UUID;
import org.goufu.purchase.NoticeContent;

/**
 * A published lot at the moment at which it comes to something.
 *
 * @param notice the procurement notice that published it
 * @param text what that notice says, or its last correction
 * @param open whether bids can still be given
 * @param decided whether it came to something before
 */
public record DecidingLot(
        UUID id, UUID notice, UUID purchase, UUID department, NoticeContent text, boolean open, boolean decided) {

    /** Fails with {@code purchase/lot-not-found} for another department. */
    public DecidingLot ownedBy(UUID other) {
        if (!department.equals(other)) throw PurchaseProblem.LOT_NOT_FOUND.raise();
        return this;
    }

    /** Fails with {@code purchase/lot-decided}. */
    public DecidingLot undecided() {
        if (decided) throw PurchaseProblem.LOT_DECIDED.raise();
        return this;
    }

    /** Fails with {@code purchase/lot-open}: nobody wins before everybody could bid. */
    public DecidingLot closed() {
        if (open) throw PurchaseProblem.LOT_OPEN.raise();
        return this;
    }

    public NoticeContent.Lot lot() {
        return text.lots().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A purchase of one lot is meant whole; of several, each comes to something by itself. */
    boolean isOneOfSeveral() {
        return text.lots().size() > 1;
    }
}
