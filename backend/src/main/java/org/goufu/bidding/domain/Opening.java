package org.goufu.bidding.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.kernel.Actor;
import org.goufu.purchase.LeastBids;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * The opening of a lot, from the moment in which somebody of the department begins it.
 *
 * @param least how many bids there must be
 * @param bids how many there are: before, nobody was told
 * @param checkUntil how long bidders may look whether their bids lie in the box as they gave them (招标投标法 36)
 */
public record Opening(
        UUID lot,
        UUID purchase,
        UUID notice,
        UUID department,
        String title,
        String method,
        int least,
        long ceilingFen,
        boolean staged,
        int bids,
        State state,
        UUID begunBy,
        String begunName,
        Instant begunAt,
        Instant checkUntil,
        long version) {
    /** What tells the price: how a federation divides it, too. */
    private static final Set<String> PRICED = Set.of("price", "allocation");

    /** How far it has come. */
    public enum State {
        /** Bidders look at the seal. */
        SEAL_CHECK,
        /** Holders give their shares. */
        OPENING,
        /** All but the prices is open; they wait for the evaluators. */
        TECHNICAL_OPENED,
        PRICES_ALLOWED,
        OPENING_PRICES,
        OPENED,
        /** Nothing was opened, and nothing ever is (政府采购法 36). */
        FAILED_TOO_FEW,
        /** The department terminated the lot before all was open: what is sealed stays so. */
        ENDED
    }

    /** Fails with {@code opening/too-early} before the time in the notice. */
    public static void mustBeDue(LotTerms terms, Instant now) {
        if (now.isBefore(terms.openingAt())) throw OpeningProblem.TOO_EARLY.raise(terms.openingAt());
    }

    /** Begins it; who may is asked before. Fails with {@code opening/too-early}. */
    public static Opening begun(
            LotTerms terms, @Nullable Instant sealedAt, int bids, Actor by, Instant now, Duration check) {
        mustBeDue(terms, now);
        if (sealedAt == null) throw OpeningProblem.TOO_EARLY.raise(terms.openingAt());
        int least = LeastBids.of(terms.method(), terms.secondRun());
        return new Opening(
                terms.lot(),
                terms.purchase(),
                terms.notice(),
                terms.department(),
                terms.title(),
                terms.method().name(),
                least,
                terms.ceilingFen(),
                terms.stagedOpening(),
                bids,
                bids < least ? State.FAILED_TOO_FEW : State.SEAL_CHECK,
                by.accountId(),
                by.displayName(),
                now,
                now.plus(check),
                1);
    }

    /** Fails with {@code opening/purchase-over} once the lot was terminated. */
    public void mustGoOn() {
        if (state == State.ENDED) throw OpeningProblem.PURCHASE_OVER.raise();
    }

    /** Fails with {@code opening/check-over} when nobody looks at the seal any more. */
    public void mustBeChecked() {
        mustGoOn();
        if (state != State.SEAL_CHECK) throw OpeningProblem.CHECK_OVER.raise();
    }

    /** Whether fewer suffice than the method asks for by itself, for a first run found too few (domain.md 1.9). */
    public boolean isSecondRun() {
        return least < LeastBids.of(ProcurementMethod.valueOf(method), false);
    }

    /** The seal check is over; shares are given from now on. */
    public Opening checked() {
        mustBeChecked();
        return with(State.OPENING);
    }

    /** What is being opened now; fails with {@code opening/no-shares-asked} when nothing is. */
    public Stage openedNow() {
        mustGoOn();
        return switch (state) {
            case OPENING -> staged ? Stage.TECHNICAL : Stage.ALL;
            case OPENING_PRICES -> Stage.ALL;
            case SEAL_CHECK, TECHNICAL_OPENED, PRICES_ALLOWED, OPENED, FAILED_TOO_FEW, ENDED ->
                throw OpeningProblem.NO_SHARES_ASKED.raise();
        };
    }

    /** Whether a segment is opened with the stage that is being opened now. */
    public boolean opensNow(String segment) {
        return switch (openedNow()) {
            case TECHNICAL -> !PRICED.contains(segment);
            case ALL -> !staged || PRICED.contains(segment);
        };
    }

    /** The stage is open. */
    public Opening opened() {
        return with(openedNow() == Stage.ALL ? State.OPENED : State.TECHNICAL_OPENED);
    }

    /** Prices are opened from now on; fails with {@code opening/prices-not-allowed}. */
    public Opening pricesBegun() {
        mustGoOn();
        if (state != State.PRICES_ALLOWED) throw OpeningProblem.PRICES_NOT_ALLOWED.raise();
        return with(State.OPENING_PRICES);
    }

    private Opening with(State next) {
        return new Opening(
                lot,
                purchase,
                notice,
                department,
                title,
                method,
                least,
                ceilingFen,
                staged,
                bids,
                next,
                begunBy,
                begunName,
                begunAt,
                checkUntil,
                version);
    }
}
