package org.goufu.ledger.domain;

import java.util.List;
import java.util.TreeMap;

/** Something that a dishonest platform may do to what it hands out, and what the verifiers must say to it. */
interface Tampered {
    String name();

    BundleFault fault();

    TreeMap<String, byte[]> of(SmallLedger ledger);

    /**
     * Receipts that somebody had kept when it was done.
     *
     * @param before a ledger of the same seed, of which nothing was rewritten yet
     */
    default List<String> kept(SmallLedger before) {
        return List.of();
    }
}
