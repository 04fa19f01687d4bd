package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.ANOTHER_BUNDLE;
import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;
import static org.goufu.ledger.Rewritten.KEYSET_ENTERED;
import static org.goufu.ledger.Rewritten.keyset;

import java.util.List;

/** What may be done to those to whom bids are sealed, and their keys. */
final class DeedsOnHolders {
    static final List<Deed> ALL = List.of(
            deed("keyset", 22, OWNER, BUNDLE, "bundle.KEYSET_CHANGED", keyset("""
            replace(document, '"k":1', '"k":2')
            """)),
            deed("holders key swapped", 31, FORGER, BUNDLE, "bundle.KEY_UNENROLLED", keyset("""
            jsonb_set(document::jsonb, '{groups,0,members,0,pub}', document::jsonb #> '{groups,0,members,1,pub}')::text
            """), KEYSET_ENTERED),
            deed("holders key swapped for some", 32, OWNER, BUNDLE, "bundle.KEYSET_DIFFERS", """
            delete from ledger.act where kind = 'KEYSET_REPLACED' and purchase = :purchase
            """),
            deed("revoked key used", 33, OWNER, ANOTHER_BUNDLE, "bundle.KEY_REVOKED"),
            deed("revocation hidden", 0, OWNER, ANOTHER_BUNDLE, "bundle.KEY_ACTS_DIFFER", """
            delete from ledger.act where kind = 'KEY_REVOKED' and subject = :revoked
            """),
            deed("revocation hidden and not named", 0, FORGER, ANOTHER_BUNDLE, "bundle.KEY_ACTS_DIFFER", """
            delete from ledger.act where kind = 'KEY_REVOKED' and subject = :revoked
            """, """
            update ledger.act set body = regexp_replace(body, '"rests":.*?]', '"rests":[]') where kind = 'KEYSET_FROZEN' and body like '%"rests"%'
            """),
            deed(
                    "enrolment hidden",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.HOLE",
                    "delete from ledger.act where kind = 'KEY_ENROLLED' and subject = :key"),
            deed(
                    "key deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.KEY_UNENROLLED",
                    "delete from bidding.holder_key where id = :key"),
            deed("fewer holders needed", 0, FORGER, BUNDLE, "bundle.GROUPS_DIFFER", keyset("""
            replace(document, '"k":1', '"k":2')
            """), KEYSET_ENTERED),
            deed(
                    "holders forgotten",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.KEY_UNENROLLED",
                    "delete from bidding.keyset_member where lot_id = :lot"),
            deed(
                    "keyset deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.KEYSET_MISSING",
                    "delete from bidding.keyset where lot_id = :lot"));

    private DeedsOnHolders() {}
}
