package org.goufu.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody with all rights may do to the database of an honest purchase, and what a verifier says to it (security.md 6.4). The numbers
 * are those of that catalogue; those without one come on top of it. In place of what there is not here: of cosignatures (34 to 36) the
 * signature of the ledger itself, a result and its sheets; of a day's root of the audit (37) the head that seeds came of; of a build's hash
 * (38) the ranking.
 *
 * @param number in the list of 40; zero for one more
 * @param said by the name of the verifier's words
 */
record Deed(String name, int number, Hand hand, Asked asked, String said, List<String> statements) {
    /** What a stranger asks for and has verified. */
    enum Asked {
        BUNDLE,
        /** Of the purchase that has a holder with a revoked key. */
        ANOTHER_BUNDLE,
        /** Of a bid. */
        RECEIPT,
        /** The whole ledger, by somebody who kept its last head. */
        LOG,
        /** Between a head that one kept and the head that another got. */
        CONSISTENCY
    }

    /** Who did it. */
    enum Hand {
        /** The owner of the database. */
        OWNER,
        /** Who has the ledger's key besides, chains all acts again, and signs. */
        FORGER
    }

    static Deed deed(String name, int number, Hand hand, Asked asked, String said, String... statements) {
        return new Deed(name, number, hand, asked, said, List.of(statements));
    }

    static List<Deed> all() {
        return Stream.of(
                        DeedsOnBids.ALL,
                        DeedsOnCalls.ALL,
                        DeedsOnHolders.ALL,
                        DeedsOnSigners.ALL,
                        DeedsOnOpenings.ALL,
                        DeedsOnEvaluations.ALL,
                        DeedsOnLedger.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
