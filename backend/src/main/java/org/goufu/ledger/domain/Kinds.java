package org.goufu.ledger.domain;

import java.util.Set;

/** Which kinds of acts a bundle may hold, and what is asked of them. */
final class Kinds {
    /** Acts of no purchase. */
    static final Set<String> OF_NOBODY =
            Set.of(KeysetCheck.ENROLLED, KeysetCheck.REVOKED, SigningKeyActs.ENROLLED, SigningKeyActs.REVOKED);

    /** Of no purchase, or entered while nobody may know of them: the purchase's other acts do not follow them. */
    static final Set<String> UNCHAINED = Set.of(
            KeysetCheck.ENROLLED,
            KeysetCheck.REVOKED,
            SigningKeyActs.ENROLLED,
            SigningKeyActs.REVOKED,
            "BID_SUBMITTED",
            "BID_REPLACED",
            BoxCheck.WITHDRAWN,
            BoxCheck.SEALED,
            "SCORES_SIGNED");

    /** What can be checked; bids are looked at with the opening of their box, sheets with the award. */
    static final Set<String> KNOWN = Set.of(
            CallTexts.PUBLISHED,
            CallTexts.CORRECTED,
            KeysetCheck.ENROLLED,
            KeysetCheck.REVOKED,
            SigningKeyActs.ENROLLED,
            SigningKeyActs.REVOKED,
            LotKeysets.FROZEN,
            LotKeysets.REPLACED,
            BoxCheck.OPENED,
            BoxCheck.SEALED,
            "BID_SUBMITTED",
            "BID_REPLACED",
            BoxCheck.WITHDRAWN,
            "DRAW_REQUESTED",
            SeatCheck.PASSED,
            "SCORES_SIGNED",
            "SCORES_REVEALED",
            EvaluationCheck.AWARDED);

    private Kinds() {}

    /** What was done to what, which is done once; an envelope that replaces another one is given no less than the first. */
    static String deed(Entered act) {
        var kind = BoxCheck.GIVEN.contains(act.saying("kind")) ? "BID_GIVEN" : act.saying("kind");
        return kind + " " + act.saying("subject");
    }
}
