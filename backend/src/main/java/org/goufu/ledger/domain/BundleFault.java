package org.goufu.ledger.domain;

/** What is wrong with a bundle. */
public enum BundleFault {
    /** No bundle of a form that this verifier knows. */
    FORMAT(true),
    /** Nothing was entered of it. */
    EMPTY(true),
    /** Its head was not signed by the ledger whose key is trusted. */
    SIGNATURE(false),
    /** The signed text is no head of that ledger. */
    CHECKPOINT(false),
    /** A receipt that cannot be read. */
    RECEIPT(false),
    /** A receipt that leads to another head than the bundle's. */
    OTHER_HEAD(false),
    /** The act is not the one that was entered there. */
    ENTRY(false),
    /** A receipt that is not for the place it stands under. */
    PLACE(false),
    /** An act of another purchase. */
    OTHER_PURCHASE(false),
    /** The same was done to the same thing twice. */
    TWICE(false),
    /** An act that follows another one than the one before it, of its purchase or of its key: some were left out between them. */
    HOLE(false),
    /** A notice whose text is not there. */
    NOTICE_MISSING(true),
    /** A notice whose text is not the one that was entered. */
    NOTICE_CHANGED(false),
    /** A notice that says another number, time, kind or purchase than its entry. */
    NOTICE_DIFFERS(false),
    /** A notice that was never entered. */
    NOTICE_UNENTERED(false),
    /** An opening without the seal of its box, or with two of them, or before it. */
    BOX_UNSEALED(false),
    /** A box from which events were dropped, or to which some were added, after it was sealed. */
    BOX_COUNT(false),
    /** Something that happened in a box otherwise than its chain says. */
    BOX_CHAIN(false),
    /** A bid that was accepted after the deadline, or entered after the seal. */
    BID_LATE(false),
    /** Opened or awarded with fewer bids than the call asks for, or not opened although enough came. */
    LEAST_DIFFERS(false),
    /** The record of an opening that is not there. */
    RECORD_MISSING(true),
    /** A record that is not the one that was entered. */
    RECORD_CHANGED(false),
    /** A record that names other bids than those that stood in the box. */
    RECORD_DIFFERS(false),
    /** What a bidder signed is not there. */
    MANIFEST_MISSING(true),
    /** Not what the bidder gave. */
    MANIFEST_CHANGED(false),
    /** A bid of another bidder, for another lot or for a notice that was never published. */
    BID_DIFFERS(false),
    /** The signature under a bid, or under its withdrawal, is not there; so it is in bundles of before they had any. */
    SIGNATURE_MISSING(true),
    /** A signature that its key did not make over exactly these bytes. */
    SIGNATURE_WRONG(false),
    /** Signed by a key that was not entered in the ledger before. */
    SIGNER_UNENTERED(false),
    /** Signed by a key of before the ledger knew of such keys: it was entered later, and nobody can tell since when it was there. */
    SIGNER_EARLIER(true),
    /** Signed by a key of another body. */
    SIGNER_DIFFERS(false),
    /** Signed by a key that had been revoked before. */
    SIGNER_REVOKED(false),
    /** An opening that rests on other acts of a bidder's key than those that are there: one was left out, or was not looked at. */
    SIGNER_ACTS_DIFFER(false),
    /** A bid that answers another text of the call than the one that held when it was given. */
    VERSION_DIFFERS(false),
    /** A box that was sealed by another deadline than the call, or its last correction, says. */
    DEADLINE_DIFFERS(false),
    /** A bid that is sealed to other holders than those who were to open it when it was given, or a replacement of others than held. */
    KEYSET_DIFFERS(false),
    /** The document that names the holders of a lot is not there. */
    KEYSET_MISSING(true),
    /** A document of holders that is not the one that was entered. */
    KEYSET_CHANGED(false),
    /** A document of holders that was never entered, or a bid that was given before one was. */
    KEYSET_UNENTERED(false),
    /** A key among the holders' that was not enrolled for its group, or its department, before. */
    KEY_UNENROLLED(false),
    /** A key among the holders' that had been revoked before. */
    KEY_REVOKED(false),
    /** A document of holders that rests on other acts of a key than those that are there: one was left out, or was not looked at. */
    KEY_ACTS_DIFFER(false),
    /** Other groups of holders, or fewer of one, than the call demands; or a key that counts twice. */
    GROUPS_DIFFER(false),
    /** The ciphertext of a price is not there. */
    CIPHERTEXT_MISSING(true),
    /** A price that is not the one that was sealed. */
    PRICE_DIFFERS(false),
    /** A consortium whose agreement is not the one that its envelope names, or was not signed by all its members. */
    AGREEMENT_DIFFERS(false),
    /** The result of an evaluation that is not there. */
    RESULT_MISSING(true),
    /** A result that is not the one that was entered. */
    RESULT_CHANGED(false),
    /** A result of other bids, bidders or prices than those that were opened, or of a lot of which nothing was. */
    RESULT_DIFFERS(false),
    /** Prices that were opened before points were revealed, although the call has them opened when all else is scored. */
    STAGES_DIFFER(false),
    /** A result that is said to come from the statutory medium, though something was done here with bids for its lot. */
    RESULT_ELSEWHERE(false),
    /** A result reached by another method, ceiling or items than the call says. */
    TERMS_DIFFER(false),
    /** A bid that fell out at the ceiling below it, or one above it that did not. */
    CEILING_DIFFERS(false),
    /** A head of the ledger that seeds came from is not there. */
    HEAD_MISSING(true),
    /** That the bundle's head grew from one that seeds came from is not shown; so it is in bundles of before that was proved. */
    HEAD_UNPROVEN(true),
    /** A panel that was not drawn as the ledger's numbers say, whose candidates were not entered before, or a seat that went to another than the next. */
    DRAW_DIFFERS(false),
    /** A panel of another size, or with fewer experts, than the law asks for. */
    PANEL_DIFFERS(false),
    /** A sheet that is not there. */
    SHEET_MISSING(true),
    /** A sheet that is not the one that was signed. */
    SHEET_CHANGED(false),
    /** Sheets that were signed after others were revealed, left out, counted otherwise than they say, of somebody who left the seat, or with other points than the items allow. */
    SHEETS_DIFFER(false),
    /** Others asked about a low price than the notice says, or by other ratios than the law allows, or fallen out than the panel found; somebody judged for silence before the time to explain had passed, or believed without a word. */
    LOW_PRICE_DIFFERS(false),
    /** Equals drawn with a number that was known before all points were, or that the ledger never signed. */
    TIE_DIFFERS(false),
    /** A ranking that does not follow from sheets and prices. */
    RANKING_DIFFERS(false),
    /** An award to another than the first, to none of the first three, or at another price; or a notice that says another winner or price. */
    AWARD_DIFFERS(false),
    /** An act whose receipt somebody kept is not there, or another one stands in its place. */
    KEPT_DIFFERS(false),
    /** An act or a file that this verifier does not know how to check. */
    UNKNOWN(true);

    private final boolean incomplete;

    BundleFault(boolean incomplete) {
        this.incomplete = incomplete;
    }

    /** Whether it says only that not all could be checked; else something was tampered with. */
    public boolean isIncomplete() {
        return incomplete;
    }
}
