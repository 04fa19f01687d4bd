package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;

import java.util.List;

/** What may be done to the keys by which bodies sign, and what they signed. */
final class DeedsOnSigners {
    static final List<Deed> ALL = List.of(
            deed("signer never entered", 0, OWNER, BUNDLE, "bundle.SIGNER_UNENTERED", """
            update bidding.event set key = gen_random_uuid() where envelope = :third
            """),
            deed("signer entered afterwards", 0, FORGER, BUNDLE, "bundle.SIGNER_UNENTERED", """
            update ledger.act f set kind = k.kind || '?', subject = k.subject, purchase = null, revealed = false, body = k.body
              from ledger.act k where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :behind
            """, """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :signer
            """, """
            update ledger.act set kind = 'SIGNING_KEY_ENROLLED' where subject = :signer
            """),
            deed("signer of another body", 0, OWNER, BUNDLE, "bundle.SIGNER_DIFFERS", """
            update bidding.event set key = :signer where envelope = :third
            """),
            deed("signer entered for another body", 0, FORGER, BUNDLE, "bundle.SIGNER_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"body":"........', '"body":"00000000') where subject = :signer
            """),
            deed("signer revoked before", 0, FORGER, BUNDLE, "bundle.SIGNER_REVOKED", """
            update ledger.act f
               set kind = 'SIGNING_KEY_REVOKED', subject = k.subject, purchase = null, revealed = false,
                   body = replace(replace(k.body, 'ENROLLED', 'REVOKED'), '"follows":""', '"follows":"' || encode(e.commitment, 'hex') || '"')
              from ledger.act k
              join ledger.entry e on e.index = k.index
             where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :between
            """),
            deed("signatures swapped", 0, OWNER, BUNDLE, "bundle.SIGNATURE_WRONG", """
            update bidding.event e set signature = o.signature
              from bidding.event o where (e.envelope, o.envelope) in ((:third, :fourth), (:fourth, :third))
            """),
            deed("signed by another point", 0, FORGER, BUNDLE, "bundle.SIGNATURE_WRONG", """
            update ledger.act a set body = replace(a.body, substring(a.body from '"pub":"[^"]*"'), substring(o.body from '"pub":"[^"]*"'))
              from ledger.act o where a.subject = :signer and o.kind = 'SIGNING_KEY_ENROLLED' and o.subject = :gone
            """),
            deed("signature deleted", 0, OWNER, BUNDLE, "bundle.SIGNATURE_MISSING", """
            delete from bidding.event where kind = 'BID_WITHDRAWN' and envelope = :withdrawn
            """),
            deed("signers revocation hidden", 0, OWNER, BUNDLE, "bundle.SIGNER_ACTS_DIFFER", """
            delete from ledger.act where kind = 'SIGNING_KEY_REVOKED' and subject = :gone
            """),
            deed("signers revocation hidden and not named", 0, FORGER, BUNDLE, "bundle.SIGNER_ACTS_DIFFER", """
            delete from ledger.act where kind = 'SIGNING_KEY_REVOKED' and subject = :gone
            """, """
            update ledger.act set body = regexp_replace(body, '"rests":.*?]', '"rests":[]') where kind = 'OPENED' and purchase = :purchase
            """),
            deed("signers enrolment hidden", 0, OWNER, BUNDLE, "bundle.HOLE", """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :gone
            """),
            deed("signed earlier than entered", 0, FORGER, BUNDLE, "bundle.SIGNER_EARLIER", """
            update ledger.act f
               set kind = k.kind || '?', subject = k.subject, purchase = null, revealed = false,
                   body = replace(k.body, '"body"', '"earlier":true,"body"')
              from ledger.act k where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :behind
            """, """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :signer
            """, """
            update ledger.act set kind = 'SIGNING_KEY_ENROLLED' where subject = :signer
            """));

    private DeedsOnSigners() {}
}
