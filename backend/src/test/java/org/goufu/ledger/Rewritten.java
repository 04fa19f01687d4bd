package org.goufu.ledger;

/** Statements that change a document, and those that let the ledger say so, too. */
final class Rewritten {
    static final String NOTICE_ENTERED = """
            update ledger.act a set body = regexp_replace(a.body, '"digest":"[^"]*"', '"digest":"' || encode(n.digest, 'hex') || '"')
              from purchase.notice n where a.subject = n.id and n.id = :correction
            """;
    static final String RECORD_ENTERED = """
            update ledger.act a set body = regexp_replace(a.body, '"record":"[^"]*"', '"record":"' || encode(s.digest, 'hex') || '"')
              from bidding.opening_stage s where a.subject = s.id and s.lot = :lot
            """;
    static final String KEYSET_ENTERED = """
            update ledger.act a set body = replace(a.body, :keyset, encode(k.digest, 'hex'))
              from bidding.keyset k where k.lot_id = :lot and k.version = 1 and a.kind = 'KEYSET_FROZEN' and a.subject = k.lot_id
            """;
    static final String RESULT_ENTERED = """
            update ledger.act a set body = regexp_replace(a.body, '"result":"[^"]*"', '"result":"' || encode(r.digest, 'hex') || '"')
              from evaluation.result r where a.kind = 'AWARDED' and a.subject = r.lot and r.lot = :lot
            """;
    static final String SHEETS = """
            update evaluation.signed_sheet s set content = c.content, digest = sha256(convert_to(c.content, 'UTF8'))
              from (select id, replace(content, '"points":5500', '"points":5600') as content from evaluation.signed_sheet) c
             where s.id = c.id and s.lot = :lot
            """;
    static final String SHEETS_ENTERED = """
            update ledger.act a set body = regexp_replace(a.body, '"digest":"[^"]*"', '"digest":"' || encode(s.digest, 'hex') || '"')
              from evaluation.signed_sheet s where a.subject = s.id and s.lot = :lot
            """;

    private Rewritten() {}

    /** The call's correction. */
    static String notice(String content) {
        return """
                update purchase.notice n set content = c.content, digest = sha256(convert_to(c.content, 'UTF8'))
                  from (select id, %s as content from purchase.notice) c
                 where n.id = c.id and n.id = :correction
                """.formatted(content);
    }

    /** Of the opening. */
    static String record(String record) {
        return """
                update bidding.opening_stage s set record = convert_to(c.record, 'UTF8'), digest = sha256(convert_to(c.record, 'UTF8'))
                  from (select id, %s as record
                          from (select id, convert_from(record, 'UTF8') as record from bidding.opening_stage where lot = :lot) as read) c
                 where s.id = c.id
                """.formatted(record);
    }

    /** Of the holders at first. */
    static String keyset(String document) {
        return """
                update bidding.keyset k set document = convert_to(c.document, 'UTF8')
                  from (select %s as document
                          from (select convert_from(document, 'UTF8') as document
                                  from bidding.keyset where lot_id = :lot and version = 1) as read) c
                 where k.lot_id = :lot and k.version = 1
                """.formatted(document);
    }

    /** Of the evaluation. */
    static String result(String content) {
        return """
                update evaluation.result r set content = c.content, digest = sha256(convert_to(c.content, 'UTF8'))
                  from (select lot, %s as content from evaluation.result) c
                 where r.lot = c.lot and r.lot = :lot
                """.formatted(content);
    }
}
