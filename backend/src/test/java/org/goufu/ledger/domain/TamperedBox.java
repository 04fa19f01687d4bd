package org.goufu.ledger.domain;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What may be done to a filled box of one lot. */
interface TamperedBox extends Tampered {
    Function<SmallBox, TreeMap<String, byte[]>> deed();

    @Override
    default TreeMap<String, byte[]> of(SmallLedger ledger) {
        ledger.others(5);
        return deed().apply(new SmallBox(ledger, ledger.purchase(1)).filled());
    }

    static SmallBox.Bid first(SmallBox box) {
        return box.standing.values().iterator().next();
    }

    /** Of the bids that stand, as an honest operator writes it. */
    static String record(SmallBox box) {
        return box.record(List.copyOf(box.standing.values()));
    }

    static TreeMap<String, byte[]> opened(SmallBox box) {
        box.sealed();
        box.opened();
        return handedOut(box);
    }

    static TreeMap<String, byte[]> handedOut(SmallBox box) {
        return box.ledger.bundle(box.purchase);
    }
}
