package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a dishonest platform may do to its whole ledger, and sign it anew: only who kept a receipt of before can tell. Each hands out a
 * bundle that agrees with itself.
 */
enum KeptTampering implements Tampered {
    BID_LEFT_OUT(BundleFault.KEPT_DIFFERS, receiptOf("BID_SUBMITTED"), KeptTampering::withoutTheLast),
    WITHDRAWAL_LEFT_OUT(BundleFault.KEPT_DIFFERS, receiptOf("BID_WITHDRAWN"), KeptTampering::withoutTheLast),
    BOX_EXCHANGED_FOR_ANOTHER_THAT_WAS_SEALED(
            BundleFault.KEPT_DIFFERS, receiptOf("BOX_SEALED"), KeptTampering::withoutTheLast),
    CORRECTION_TAKEN_BACK(
            BundleFault.KEPT_DIFFERS,
            box -> List.of(receipt(box.corrected(SmallBox.CALLED), CallTexts.CORRECTED)),
            box -> TamperedBox.opened(box.filled())),
    RECEIPT_OF_ANOTHER_LEDGER(
            BundleFault.RECEIPT,
            box -> List.of(receipt(box, "BID_SUBMITTED").replaceFirst("\n— [^\n]*\n$", "\n")),
            box -> TamperedBox.opened(box.filled())),
    RECEIPT_OF_ANOTHER_PURCHASE(
            BundleFault.OTHER_PURCHASE,
            box -> {
                var other = box.ledger.of(box.ledger.purchase(1)).getFirst();
                return List.of(text(box.ledger, other));
            },
            box -> TamperedBox.opened(box.filled())),
    RECEIPT_OF_A_BID_THAT_NOBODY_MAY_KNOW_YET(BundleFault.UNKNOWN, receiptOf("BID_SUBMITTED"), KeptTampering::unopened),
    RECEIPT_THAT_IS_YOUNGER_THAN_THE_BUNDLE(
            BundleFault.UNKNOWN,
            box -> {
                TamperedBox.opened(box.filled());
                return List.of(text(box.ledger, box.ledger.publish(box.purchase, "CORRECTION")));
            },
            box -> TamperedBox.opened(box.filled()));

    private final BundleFault fault;
    private final Function<SmallBox, List<String>> kept;
    private final Function<SmallBox, TreeMap<String, byte[]>> deed;

    /** @param kept from the honest box, before anybody did anything to it */
    KeptTampering(
            BundleFault fault,
            Function<SmallBox, List<String>> kept,
            Function<SmallBox, TreeMap<String, byte[]>> deed) {
        this.fault = fault;
        this.kept = kept;
        this.deed = deed;
    }

    @Override
    public BundleFault fault() {
        return fault;
    }

    @Override
    public TreeMap<String, byte[]> of(SmallLedger ledger) {
        return deed.apply(box(ledger));
    }

    @Override
    public List<String> kept(SmallLedger before) {
        return kept.apply(box(before));
    }

    private static SmallBox box(SmallLedger ledger) {
        ledger.others(5);
        return new SmallBox(ledger, ledger.purchase(1));
    }

    /** The receipts that an honest box gives, all of them. */
    static List<String> all(SmallBox box) {
        TamperedBox.opened(box.filled());
        return box.ledger.of(box.purchase).stream()
                .filter(act -> !act.body().contains("KEY_"))
                .map(act -> text(box.ledger, act))
                .toList();
    }

    private static Function<SmallBox, List<String>> receiptOf(String kind) {
        return box -> List.of(receipt(box, kind));
    }

    /** The last of its kind. */
    private static String receipt(SmallBox box, String kind) {
        box.filled().sealed();
        Predicate<SmallLedger.Entered> wanted = act -> act.body().contains("\"" + kind + "\"");
        return box.ledger.of(box.purchase).stream()
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .map(act -> text(box.ledger, act))
                .orElseThrow();
    }

    private static String text(SmallLedger ledger, SmallLedger.Entered act) {
        return new String(ledger.receipt(act, ledger.size(), ledger.head()), StandardCharsets.UTF_8);
    }

    /** As if the last to bid had never come. */
    private static TreeMap<String, byte[]> withoutTheLast(SmallBox box) {
        box.submit(box.ledger.id().toString(), 9_600_000);
        box.submit(box.ledger.id().toString(), 9_500_000);
        box.ledger.others(20);
        return TamperedBox.opened(box);
    }

    private static TreeMap<String, byte[]> unopened(SmallBox box) {
        box.filled().sealed();
        box.ledger.others(3);
        return box.ledger.bundle(
                box.purchase, act -> !act.body().contains("BID_") && !act.body().contains("BOX_"));
    }
}
