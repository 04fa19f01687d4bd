package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;

import java.util.List;

/** What may be done to bids and the boxes that they lie in. */
final class DeedsOnBids {
    static final List<Deed> ALL = List.of(
            deed(
                    "bid deleted",
                    1,
                    OWNER,
                    BUNDLE,
                    "bundle.MANIFEST_MISSING",
                    "delete from bidding.event where envelope = :own"),
            deed(
                    "chunk deleted",
                    2,
                    OWNER,
                    BUNDLE,
                    "bundle.CIPHERTEXT_MISSING",
                    "delete from bidding.chunk where envelope = :own"),
            deed("event deleted", 5, OWNER, BUNDLE, "bundle.RECORD_DIFFERS", """
            delete from ledger.act where kind = 'BID_WITHDRAWN' and subject = :withdrawn
            """),
            deed("ciphertext changed", 7, OWNER, BUNDLE, "bundle.PRICE_DIFFERS", """
            update bidding.chunk set content = set_byte(content, 9, 255 - get_byte(content, 9)) where envelope = :own
            """),
            deed("manifest changed", 8, OWNER, BUNDLE, "bundle.MANIFEST_CHANGED", """
            update bidding.envelope e set manifest = o.manifest, digest = o.digest
              from bidding.envelope o where e.id = :own and o.id = :third
            """),
            deed("accepted earlier", 9, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act set body = regexp_replace(body, '"acceptedAt":"....', '"acceptedAt":"2025') where subject = :own
            """),
            deed("other bidder", 10, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"body":"........', '"body":"00000000') where subject = :own
            """),
            deed("other order", 11, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act a set salt = o.salt, body = o.body
              from ledger.act o where (a.subject, o.subject) in ((:third, :fourth), (:fourth, :third))
            """),
            deed(
                    "one of two hidden",
                    12,
                    OWNER,
                    BUNDLE,
                    "bundle.BOX_COUNT",
                    "delete from ledger.act where subject = :first"),
            deed(
                    "one of two hidden and not counted",
                    0,
                    FORGER,
                    BUNDLE,
                    "bundle.BOX_CHAIN",
                    "delete from ledger.act where subject = :first",
                    """
            update ledger.act set body = regexp_replace(body, '"events":6', '"events":5') where kind = 'BOX_SEALED' and subject = :lot
            """),
            deed("bid after the seal", 13, FORGER, BUNDLE, "bundle.BID_LATE", """
            update ledger.act a set salt = o.salt, body = o.body
              from ledger.act o
             where (a.subject, o.subject) in ((:own, :lot), (:lot, :own))
               and a.kind in ('BID_REPLACED', 'BOX_SEALED') and o.kind in ('BID_REPLACED', 'BOX_SEALED')
            """),
            deed("bid before the seal without chain", 14, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act f
               set kind = b.kind, purchase = b.purchase, revealed_by = b.revealed_by,
                   body = replace(b.body, cast(:fourth as text), cast(:between as text))
              from ledger.act b where b.subject = :fourth and f.subject = :between
            """),
            deed("sealed twice", 15, FORGER, BUNDLE, "bundle.BOX_UNSEALED", """
            update ledger.act f set kind = s.kind, purchase = s.purchase, revealed_by = s.revealed_by, body = s.body
              from ledger.act s where s.kind = 'BOX_SEALED' and s.subject = :lot and f.subject = :behind
            """),
            deed("segments swapped", 28, OWNER, BUNDLE, "bundle.PRICE_DIFFERS", """
            update bidding.chunk c set content = o.content
              from bidding.chunk o
             where c.envelope = :own and o.envelope = :own
               and c.digest = decode(:price, 'hex') and o.digest = decode(:tech, 'hex')
            """),
            deed("manifest emptied", 0, OWNER, BUNDLE, "bundle.MANIFEST_CHANGED", """
            update bidding.envelope set manifest = convert_to('{}', 'UTF8'), digest = sha256(convert_to('{}', 'UTF8')) where id = :own
            """),
            deed(
                    "seal deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.BOX_UNSEALED",
                    "delete from ledger.act where kind = 'BOX_SEALED' and subject = :lot"));

    private DeedsOnBids() {}
}
