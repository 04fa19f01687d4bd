package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Asked.CONSISTENCY;
import static org.goufu.ledger.Deed.Asked.LOG;
import static org.goufu.ledger.Deed.Asked.RECEIPT;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;

import java.util.List;

/** What may be done to the ledger itself and the heads that it signed. */
final class DeedsOnLedger {
    static final List<Deed> ALL = List.of(
            deed("leaf deleted", 3, OWNER, LOG, "log.bad", """
            delete from ledger.entry e using ledger.act a where a.index = e.index and a.subject = :own
            """),
            deed(
                    "receipt damaged",
                    4,
                    OWNER,
                    RECEIPT,
                    "receipt.ENTRY",
                    "update ledger.act set salt = sha256('x') where subject = :own"),
            deed(
                    "purchase deleted",
                    6,
                    FORGER,
                    LOG,
                    "log.rewritten",
                    """
            update ledger.entry e set commitment = sha256(e.commitment)
              from ledger.act a where a.index = e.index and a.purchase = :purchase
            """,
                    "delete from ledger.act where purchase = :purchase",
                    "delete from purchase.notice where purchase_id = :purchase"),
            deed(
                    "forked",
                    16,
                    FORGER,
                    LOG,
                    "log.rewritten",
                    "update ledger.entry set commitment = sha256('x') where index = 5"),
            deed(
                    "truncated",
                    17,
                    OWNER,
                    LOG,
                    "log.bad",
                    "delete from ledger.act where index >= :kept",
                    "delete from ledger.entry where index >= :kept"),
            deed("old size signed again", 18, OWNER, BUNDLE, "bundle.DRAW_DIFFERS", """
            update ledger.checkpoint set note = :resigned where size = :drawn
            """),
            deed("two heads for two clients", 19, FORGER, CONSISTENCY, "consistency.bad", """
            update ledger.entry set commitment = sha256('x') where index = 5
            """),
            deed("signature of something else", 36, OWNER, BUNDLE, "bundle.SIGNATURE", """
            update ledger.checkpoint set note = regexp_replace(note, E'\\n([0-9]+)\\n', E'\\n\\\\11\\n')
            """),
            deed(
                    "head of a seed deleted",
                    37,
                    OWNER,
                    BUNDLE,
                    "bundle.HEAD_MISSING",
                    "delete from ledger.checkpoint where size = :drawn"),
            deed("unexplained leaf", 39, FORGER, BUNDLE, "bundle.UNKNOWN", """
            update ledger.act
               set purchase = :purchase,
                   body = format('{"follows":"","kind":"CONTRACTED","purchase":"%s","subject":"%s"}', cast(:purchase as text), subject)
             where subject = :behind
            """),
            deed("old backup", 40, FORGER, LOG, "log.shorter", """
            delete from ledger.act where index >= :kept
            """, """
            delete from ledger.entry where index >= :kept
            """, """
            delete from ledger.checkpoint where size > :kept
            """),
            deed("act rewritten", 0, OWNER, BUNDLE, "bundle.ENTRY", """
            update ledger.act set body = regexp_replace(body, '"acceptedAt":"....', '"acceptedAt":"2025') where subject = :own
            """),
            deed("act of another purchase", 0, OWNER, BUNDLE, "bundle.OTHER_PURCHASE", """
            update ledger.act set purchase = :purchase where subject = :behind
            """));

    private DeedsOnLedger() {}
}
