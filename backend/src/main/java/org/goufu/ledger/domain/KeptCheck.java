package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Holds a bundle against receipts that somebody kept: whoever rewrites the ledger and signs it again agrees with itself, but not with what
 * it gave out before.
 */
final class KeptCheck {
    private static final String KEPT = "kept/";

    private final String purchase;
    private final List<Entered> acts;
    private final long size;
    private final Verifier trusted;

    /** @param size of the ledger under the bundle's head */
    KeptCheck(String purchase, List<Entered> acts, long size, Verifier trusted) {
        this.purchase = purchase;
        this.acts = acts;
        this.size = size;
        this.trusted = trusted;
    }

    void check(List<Receipt> kept, BiConsumer<BundleFault, String> found) {
        for (var receipt : kept) {
            fault(receipt).ifPresent(fault -> found.accept(fault, KEPT + receipt.index()));
        }
    }

    private Optional<BundleFault> fault(Receipt receipt) {
        if (receipt.check(trusted) instanceof Receipt.Finding.Bad) return Optional.of(BundleFault.RECEIPT);
        var said = Json.members(new String(receipt.act(), StandardCharsets.UTF_8));
        var kind = Json.said(said, "kind");
        boolean ofNobody = Kinds.OF_NOBODY.contains(kind);
        if (!ofNobody && !Json.said(said, "purchase").equals(purchase)) return Optional.of(BundleFault.OTHER_PURCHASE);
        // It is younger than the bundle.
        if (receipt.index() >= size) return Optional.of(BundleFault.UNKNOWN);
        var commitment = HexFormat.of().formatHex(Entry.commitment(receipt.salt(), receipt.act()));
        var there = acts.stream().filter(act -> act.index() == receipt.index()).findFirst();
        if (there.isPresent()) {
            return there.filter(act -> !act.commitment().equals(commitment)).map(act -> BundleFault.KEPT_DIFFERS);
        }
        boolean untold = ofNobody || Kinds.UNCHAINED.contains(kind) && !isRevealed(kind, said);
        return Optional.of(untold ? BundleFault.UNKNOWN : BundleFault.KEPT_DIFFERS);
    }

    /** Bids are told when their box is opened, sheets when somebody is awarded. */
    private boolean isRevealed(String kind, Map<String, Object> said) {
        var lot = Json.said(said, kind.equals(BoxCheck.SEALED) ? "subject" : "lot");
        if (kind.equals("SCORES_SIGNED")) {
            return acts.stream()
                    .anyMatch(act -> act.is(EvaluationCheck.AWARDED)
                            && act.saying("subject").equals(lot));
        }
        return acts.stream()
                .filter(act -> act.is(BoxCheck.OPENED) && act.saying("lot").equals(lot))
                .anyMatch(act ->
                        !BoxCheck.EVENTS.contains(kind) || !act.saying("stage").equals(BoxCheck.NOTHING));
    }
}
