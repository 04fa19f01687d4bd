package org.goufu.ledger;

import static org.goufu.ledger.Catalogue.Asked.ANOTHER_BUNDLE;
import static org.goufu.ledger.Catalogue.Asked.BUNDLE;
import static org.goufu.ledger.Catalogue.Asked.CONSISTENCY;
import static org.goufu.ledger.Catalogue.Asked.LOG;
import static org.goufu.ledger.Catalogue.Asked.RECEIPT;
import static org.goufu.ledger.Catalogue.Hand.FORGER;
import static org.goufu.ledger.Catalogue.Hand.OWNER;
import static org.goufu.ledger.Rewritten.KEYSET_ENTERED;
import static org.goufu.ledger.Rewritten.NOTICE_ENTERED;
import static org.goufu.ledger.Rewritten.RECORD_ENTERED;
import static org.goufu.ledger.Rewritten.RESULT_ENTERED;
import static org.goufu.ledger.Rewritten.SHEETS;
import static org.goufu.ledger.Rewritten.SHEETS_ENTERED;
import static org.goufu.ledger.Rewritten.keyset;
import static org.goufu.ledger.Rewritten.notice;
import static org.goufu.ledger.Rewritten.record;
import static org.goufu.ledger.Rewritten.result;

import java.util.List;

/**
 * What somebody with all rights may do to the database of an honest purchase, and what a verifier says to it (security.md 6.4). The numbers
 * are those of that catalogue; those without one come on top of it. In place of what there is not here: of cosignatures (34 to 36) the
 * signature of the ledger itself, a result and its sheets; of a day's root of the audit (37) the head that seeds came of; of a build's hash
 * (38) the ranking.
 */
enum Catalogue {
    BID_DELETED(1, OWNER, BUNDLE, "bundle.MANIFEST_MISSING", "delete from bidding.event where envelope = :own"),
    CHUNK_DELETED(2, OWNER, BUNDLE, "bundle.CIPHERTEXT_MISSING", "delete from bidding.chunk where envelope = :own"),
    LEAF_DELETED(3, OWNER, LOG, "log.bad", """
            delete from ledger.entry e using ledger.act a where a.index = e.index and a.subject = :own
            """),
    RECEIPT_DAMAGED(
            4, OWNER, RECEIPT, "receipt.ENTRY", "update ledger.act set salt = sha256('x') where subject = :own"),
    EVENT_DELETED(5, OWNER, BUNDLE, "bundle.RECORD_DIFFERS", """
            delete from ledger.act where kind = 'BID_WITHDRAWN' and subject = :withdrawn
            """),
    PURCHASE_DELETED(
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
    CIPHERTEXT_CHANGED(7, OWNER, BUNDLE, "bundle.PRICE_DIFFERS", """
            update bidding.chunk set content = set_byte(content, 9, 255 - get_byte(content, 9)) where envelope = :own
            """),
    MANIFEST_CHANGED(8, OWNER, BUNDLE, "bundle.MANIFEST_CHANGED", """
            update bidding.envelope e set manifest = o.manifest, digest = o.digest
              from bidding.envelope o where e.id = :own and o.id = :third
            """),
    ACCEPTED_EARLIER(9, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act set body = regexp_replace(body, '"acceptedAt":"....', '"acceptedAt":"2025') where subject = :own
            """),
    OTHER_BIDDER(10, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"body":"........', '"body":"00000000') where subject = :own
            """),
    OTHER_ORDER(11, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act a set salt = o.salt, body = o.body
              from ledger.act o where (a.subject, o.subject) in ((:third, :fourth), (:fourth, :third))
            """),
    ONE_OF_TWO_HIDDEN(12, OWNER, BUNDLE, "bundle.BOX_COUNT", "delete from ledger.act where subject = :first"),
    ONE_OF_TWO_HIDDEN_AND_NOT_COUNTED(
            0, FORGER, BUNDLE, "bundle.BOX_CHAIN", "delete from ledger.act where subject = :first", """
            update ledger.act set body = regexp_replace(body, '"events":6', '"events":5') where kind = 'BOX_SEALED' and subject = :lot
            """),
    BID_AFTER_THE_SEAL(13, FORGER, BUNDLE, "bundle.BID_LATE", """
            update ledger.act a set salt = o.salt, body = o.body
              from ledger.act o
             where (a.subject, o.subject) in ((:own, :lot), (:lot, :own))
               and a.kind in ('BID_REPLACED', 'BOX_SEALED') and o.kind in ('BID_REPLACED', 'BOX_SEALED')
            """),
    BID_BEFORE_THE_SEAL_WITHOUT_CHAIN(14, FORGER, BUNDLE, "bundle.BOX_CHAIN", """
            update ledger.act f
               set kind = b.kind, purchase = b.purchase, revealed_by = b.revealed_by,
                   body = replace(b.body, cast(:fourth as text), cast(:between as text))
              from ledger.act b where b.subject = :fourth and f.subject = :between
            """),
    SEALED_TWICE(15, FORGER, BUNDLE, "bundle.BOX_UNSEALED", """
            update ledger.act f set kind = s.kind, purchase = s.purchase, revealed_by = s.revealed_by, body = s.body
              from ledger.act s where s.kind = 'BOX_SEALED' and s.subject = :lot and f.subject = :behind
            """),
    FORKED(16, FORGER, LOG, "log.rewritten", "update ledger.entry set commitment = sha256('x') where index = 5"),
    TRUNCATED(
            17,
            OWNER,
            LOG,
            "log.bad",
            "delete from ledger.act where index >= :kept",
            "delete from ledger.entry where index >= :kept"),
    OLD_SIZE_SIGNED_AGAIN(18, OWNER, BUNDLE, "bundle.DRAW_DIFFERS", """
            update ledger.checkpoint set note = :resigned where size = :drawn
            """),
    TWO_HEADS_FOR_TWO_CLIENTS(19, FORGER, CONSISTENCY, "consistency.bad", """
            update ledger.entry set commitment = sha256('x') where index = 5
            """),
    NOTICE_TEXT(20, OWNER, BUNDLE, "bundle.NOTICE_CHANGED", """
            update purchase.notice
               set content = replace(content, '助餐', '送餐'), digest = sha256(convert_to(replace(content, '助餐', '送餐'), 'UTF8'))
             where id = :call
            """),
    DEADLINE(21, FORGER, BUNDLE, "bundle.DEADLINE_DIFFERS", notice("""
            regexp_replace(content, '"deadline":"[^"]*"', '"deadline":"2025-01-02T03:04:05Z"', 'g')
            """), """
            update ledger.act set body = regexp_replace(body, '"deadline":"[^"]*"', '"deadline":"2025-01-02T03:04:05Z"')
             where subject = :correction
            """, NOTICE_ENTERED),
    KEYSET(22, OWNER, BUNDLE, "bundle.KEYSET_CHANGED", keyset("""
            replace(document, '"k":1', '"k":2')
            """)),
    ATTACHMENTS_AND_ALL_THAT_STANDS_IN_THE_TEXT(23, FORGER, BUNDLE, "bundle.BID_DIFFERS", notice("""
            replace(content, '夏季十一时', '夏季十二时')
            """), NOTICE_ENTERED),
    VERSION(24, FORGER, BUNDLE, "bundle.NOTICE_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"corrects":"......', '"corrects":"000000') where subject = :correction
            """),
    SILENTLY_TAKEN_BACK(25, OWNER, BUNDLE, "bundle.HOLE", "delete from purchase.notice where id = :correction", """
            delete from ledger.act where subject = :correction
            """),
    OTHER_PRICE_READ_OUT(26, FORGER, BUNDLE, "bundle.PRICE_DIFFERS", record("""
            replace(record, '8500000', '8400000')
            """), RECORD_ENTERED),
    WRONG_KEY_OF_A_PRICE(27, FORGER, BUNDLE, "bundle.PRICE_DIFFERS", record("""
            regexp_replace(record, '"priceKey":"....', '"priceKey":"AAAA')
            """), RECORD_ENTERED),
    SEGMENTS_SWAPPED(28, OWNER, BUNDLE, "bundle.PRICE_DIFFERS", """
            update bidding.chunk c set content = o.content
              from bidding.chunk o
             where c.envelope = :own and o.envelope = :own
               and c.digest = decode(:price, 'hex') and o.digest = decode(:tech, 'hex')
            """),
    BID_MISSING_IN_THE_RECORD(29, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", record("""
            (record::jsonb #- '{bids,1}')::text
            """), RECORD_ENTERED),
    LAST_DOES_NOT_WIN(30, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", record("""
            replace(record, cast(:own as text), cast(:first as text))
            """), RECORD_ENTERED),
    HOLDERS_KEY_SWAPPED(31, FORGER, BUNDLE, "bundle.KEY_UNENROLLED", keyset("""
            jsonb_set(document::jsonb, '{groups,0,members,0,pub}', document::jsonb #> '{groups,0,members,1,pub}')::text
            """), KEYSET_ENTERED),
    HOLDERS_KEY_SWAPPED_FOR_SOME(32, OWNER, BUNDLE, "bundle.KEYSET_DIFFERS", """
            delete from ledger.act where kind = 'KEYSET_REPLACED' and purchase = :purchase
            """),
    REVOKED_KEY_USED(33, OWNER, ANOTHER_BUNDLE, "bundle.KEY_REVOKED"),
    REVOCATION_HIDDEN(0, OWNER, ANOTHER_BUNDLE, "bundle.KEY_ACTS_DIFFER", """
            delete from ledger.act where kind = 'KEY_REVOKED' and subject = :revoked
            """),
    REVOCATION_HIDDEN_AND_NOT_NAMED(0, FORGER, ANOTHER_BUNDLE, "bundle.KEY_ACTS_DIFFER", """
            delete from ledger.act where kind = 'KEY_REVOKED' and subject = :revoked
            """, """
            update ledger.act set body = regexp_replace(body, '"rests":.*?]', '"rests":[]') where kind = 'KEYSET_FROZEN' and body like '%"rests"%'
            """),
    ENROLMENT_HIDDEN(
            0, OWNER, BUNDLE, "bundle.HOLE", "delete from ledger.act where kind = 'KEY_ENROLLED' and subject = :key"),
    KEY_DELETED(0, OWNER, BUNDLE, "bundle.KEY_UNENROLLED", "delete from bidding.holder_key where id = :key"),
    SIGNER_NEVER_ENTERED(0, OWNER, BUNDLE, "bundle.SIGNER_UNENTERED", """
            update bidding.event set key = gen_random_uuid() where envelope = :third
            """),
    SIGNER_ENTERED_AFTERWARDS(0, FORGER, BUNDLE, "bundle.SIGNER_UNENTERED", """
            update ledger.act f set kind = k.kind || '?', subject = k.subject, purchase = null, revealed = false, body = k.body
              from ledger.act k where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :behind
            """, """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :signer
            """, """
            update ledger.act set kind = 'SIGNING_KEY_ENROLLED' where subject = :signer
            """),
    SIGNER_OF_ANOTHER_BODY(0, OWNER, BUNDLE, "bundle.SIGNER_DIFFERS", """
            update bidding.event set key = :signer where envelope = :third
            """),
    SIGNER_ENTERED_FOR_ANOTHER_BODY(0, FORGER, BUNDLE, "bundle.SIGNER_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"body":"........', '"body":"00000000') where subject = :signer
            """),
    SIGNER_REVOKED_BEFORE(0, FORGER, BUNDLE, "bundle.SIGNER_REVOKED", """
            update ledger.act f
               set kind = 'SIGNING_KEY_REVOKED', subject = k.subject, purchase = null, revealed = false,
                   body = replace(replace(k.body, 'ENROLLED', 'REVOKED'), '"follows":""', '"follows":"' || encode(e.commitment, 'hex') || '"')
              from ledger.act k
              join ledger.entry e on e.index = k.index
             where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :between
            """),
    SIGNATURES_SWAPPED(0, OWNER, BUNDLE, "bundle.SIGNATURE_WRONG", """
            update bidding.event e set signature = o.signature
              from bidding.event o where (e.envelope, o.envelope) in ((:third, :fourth), (:fourth, :third))
            """),
    SIGNED_BY_ANOTHER_POINT(0, FORGER, BUNDLE, "bundle.SIGNATURE_WRONG", """
            update ledger.act a set body = replace(a.body, substring(a.body from '"pub":"[^"]*"'), substring(o.body from '"pub":"[^"]*"'))
              from ledger.act o where a.subject = :signer and o.kind = 'SIGNING_KEY_ENROLLED' and o.subject = :gone
            """),
    SIGNATURE_DELETED(0, OWNER, BUNDLE, "bundle.SIGNATURE_MISSING", """
            delete from bidding.event where kind = 'BID_WITHDRAWN' and envelope = :withdrawn
            """),
    SIGNERS_REVOCATION_HIDDEN(0, OWNER, BUNDLE, "bundle.SIGNER_ACTS_DIFFER", """
            delete from ledger.act where kind = 'SIGNING_KEY_REVOKED' and subject = :gone
            """),
    SIGNERS_REVOCATION_HIDDEN_AND_NOT_NAMED(0, FORGER, BUNDLE, "bundle.SIGNER_ACTS_DIFFER", """
            delete from ledger.act where kind = 'SIGNING_KEY_REVOKED' and subject = :gone
            """, """
            update ledger.act set body = regexp_replace(body, '"rests":.*?]', '"rests":[]') where kind = 'OPENED' and purchase = :purchase
            """),
    SIGNERS_ENROLMENT_HIDDEN(0, OWNER, BUNDLE, "bundle.HOLE", """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :gone
            """),
    SIGNED_EARLIER_THAN_ENTERED(0, FORGER, BUNDLE, "bundle.SIGNER_EARLIER", """
            update ledger.act f
               set kind = k.kind || '?', subject = k.subject, purchase = null, revealed = false,
                   body = replace(k.body, '"body"', '"earlier":true,"body"')
              from ledger.act k where k.kind = 'SIGNING_KEY_ENROLLED' and k.subject = :signer and f.subject = :behind
            """, """
            delete from ledger.act where kind = 'SIGNING_KEY_ENROLLED' and subject = :signer
            """, """
            update ledger.act set kind = 'SIGNING_KEY_ENROLLED' where subject = :signer
            """),
    FEWER_HOLDERS_NEEDED(0, FORGER, BUNDLE, "bundle.GROUPS_DIFFER", keyset("""
            replace(document, '"k":1', '"k":2')
            """), KEYSET_ENTERED),
    RESULT_CHANGED(34, OWNER, BUNDLE, "bundle.RESULT_CHANGED", result("""
            replace(content, '"priceFen":8500000', '"priceFen":8400000')
            """)),
    SHEETS_CHANGED(35, OWNER, BUNDLE, "bundle.SHEET_CHANGED", SHEETS),
    SIGNATURE_OF_SOMETHING_ELSE(36, OWNER, BUNDLE, "bundle.SIGNATURE", """
            update ledger.checkpoint set note = regexp_replace(note, E'\\n([0-9]+)\\n', E'\\n\\\\11\\n')
            """),
    HEAD_OF_A_SEED_DELETED(
            37, OWNER, BUNDLE, "bundle.HEAD_MISSING", "delete from ledger.checkpoint where size = :drawn"),
    OTHER_RANKING(38, FORGER, BUNDLE, "bundle.RANKING_DIFFERS", result("""
            jsonb_set(content::jsonb, '{ranking}',
                      (select jsonb_agg(one order by place desc)
                         from jsonb_array_elements(content::jsonb -> 'ranking') with ordinality as ranked (one, place)))::text
            """), RESULT_ENTERED),
    UNEXPLAINED_LEAF(39, FORGER, BUNDLE, "bundle.UNKNOWN", """
            update ledger.act
               set purchase = :purchase,
                   body = format('{"follows":"","kind":"CONTRACTED","purchase":"%s","subject":"%s"}', cast(:purchase as text), subject)
             where subject = :behind
            """),
    OLD_BACKUP(40, FORGER, LOG, "log.shorter", """
            delete from ledger.act where index >= :kept
            """, """
            delete from ledger.entry where index >= :kept
            """, """
            delete from ledger.checkpoint where size > :kept
            """),
    MANIFEST_EMPTIED(0, OWNER, BUNDLE, "bundle.MANIFEST_CHANGED", """
            update bidding.envelope set manifest = convert_to('{}', 'UTF8'), digest = sha256(convert_to('{}', 'UTF8')) where id = :own
            """),
    HOLDERS_FORGOTTEN(
            0, OWNER, BUNDLE, "bundle.KEY_UNENROLLED", "delete from bidding.keyset_member where lot_id = :lot"),
    ACT_REWRITTEN(0, OWNER, BUNDLE, "bundle.ENTRY", """
            update ledger.act set body = regexp_replace(body, '"acceptedAt":"....', '"acceptedAt":"2025') where subject = :own
            """),
    ACT_OF_ANOTHER_PURCHASE(0, OWNER, BUNDLE, "bundle.OTHER_PURCHASE", """
            update ledger.act set purchase = :purchase where subject = :behind
            """),
    NOTICE_SLIPPED_IN(0, OWNER, BUNDLE, "bundle.NOTICE_UNENTERED", """
            insert into purchase.notice
            select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'number', n.number || '-A'))).*
              from purchase.notice n where n.id = :call
            """),
    NOTICE_DELETED(0, OWNER, BUNDLE, "bundle.NOTICE_MISSING", "delete from purchase.notice where id = :call"),
    SEAL_DELETED(
            0,
            OWNER,
            BUNDLE,
            "bundle.BOX_UNSEALED",
            "delete from ledger.act where kind = 'BOX_SEALED' and subject = :lot"),
    RECORD_CHANGED(0, OWNER, BUNDLE, "bundle.RECORD_CHANGED", record("""
            replace(record, '8500000', '8400000')
            """)),
    RECORD_DELETED(0, OWNER, BUNDLE, "bundle.RECORD_MISSING", "delete from bidding.opening_stage where lot = :lot"),
    KEYSET_DELETED(0, OWNER, BUNDLE, "bundle.KEYSET_MISSING", "delete from bidding.keyset where lot_id = :lot"),
    RESULT_DELETED(0, OWNER, BUNDLE, "bundle.RESULT_MISSING", "delete from evaluation.result where lot = :lot"),
    OTHER_PRICE_RANKED(0, FORGER, BUNDLE, "bundle.RESULT_DIFFERS", result("""
            replace(content, '"priceFen":8500000', '"priceFen":8400000')
            """), RESULT_ENTERED),
    OTHER_METHOD(0, FORGER, BUNDLE, "bundle.TERMS_DIFFER", result("""
            replace(content, '"method":"BT_COMPARE"', '"method":"CONSULTATION"')
            """), RESULT_ENTERED),
    OTHER_CANDIDATES(0, FORGER, BUNDLE, "bundle.DRAW_DIFFERS", result("""
            (content::jsonb #- '{draw,candidates,0}')::text
            """), RESULT_ENTERED),
    OTHER_SHEETS_ENTERED(0, FORGER, BUNDLE, "bundle.SHEETS_DIFFER", SHEETS, SHEETS_ENTERED),
    SHEET_DELETED(0, OWNER, BUNDLE, "bundle.SHEET_MISSING", "delete from evaluation.signed_sheet where lot = :lot"),
    ANOTHER_WINNER(0, FORGER, BUNDLE, "bundle.AWARD_DIFFERS", """
            update ledger.act set body = replace(body, cast(:own as text), cast(:third as text)) where kind = 'AWARDED' and subject = :lot
            """);

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

    /** In the list of 40; zero for one more. */
    final int number;

    final Hand hand;
    final Asked asked;
    /** By the name of the verifier's words. */
    final String said;

    final List<String> statements;

    Catalogue(int number, Hand hand, Asked asked, String said, String... statements) {
        this.number = number;
        this.hand = hand;
        this.asked = asked;
        this.said = said;
        this.statements = List.of(statements);
    }
}
