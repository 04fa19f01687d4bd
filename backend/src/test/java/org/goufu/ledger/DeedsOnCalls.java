package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;
import static org.goufu.ledger.Rewritten.NOTICE_ENTERED;
import static org.goufu.ledger.Rewritten.notice;

import java.util.List;

/** What may be done to the call and its correction. */
final class DeedsOnCalls {
    static final List<Deed> ALL = List.of(
            deed("notice text", 20, OWNER, BUNDLE, "bundle.NOTICE_CHANGED", """
            update purchase.notice
               set content = replace(content, '助餐', '送餐'), digest = sha256(convert_to(replace(content, '助餐', '送餐'), 'UTF8'))
             where id = :call
            """),
            deed("deadline", 21, FORGER, BUNDLE, "bundle.DEADLINE_DIFFERS", notice("""
            regexp_replace(content, '"deadline":"[^"]*"', '"deadline":"2025-01-02T03:04:05Z"', 'g')
            """), """
            update ledger.act set body = regexp_replace(body, '"deadline":"[^"]*"', '"deadline":"2025-01-02T03:04:05Z"')
             where subject = :correction
            """, NOTICE_ENTERED),
            deed(
                    "attachments and all that stands in the text",
                    23,
                    FORGER,
                    BUNDLE,
                    "bundle.BID_DIFFERS",
                    notice("""
            replace(content, '夏季十一时', '夏季十二时')
            """),
                    NOTICE_ENTERED),
            deed("version", 24, FORGER, BUNDLE, "bundle.NOTICE_DIFFERS", """
            update ledger.act set body = regexp_replace(body, '"corrects":"......', '"corrects":"000000') where subject = :correction
            """),
            deed(
                    "silently taken back",
                    25,
                    OWNER,
                    BUNDLE,
                    "bundle.HOLE",
                    "delete from purchase.notice where id = :correction",
                    """
            delete from ledger.act where subject = :correction
            """),
            deed("notice slipped in", 0, OWNER, BUNDLE, "bundle.NOTICE_UNENTERED", """
            insert into purchase.notice
            select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'number', n.number || '-A'))).*
              from purchase.notice n where n.id = :call
            """),
            deed(
                    "notice deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.NOTICE_MISSING",
                    "delete from purchase.notice where id = :call"));

    private DeedsOnCalls() {}
}
