package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;
import static org.goufu.ledger.Rewritten.RESULT_ENTERED;
import static org.goufu.ledger.Rewritten.SHEETS;
import static org.goufu.ledger.Rewritten.SHEETS_ENTERED;
import static org.goufu.ledger.Rewritten.result;

import java.util.List;

/** What may be done to the evaluation, its sheets and its result. */
final class DeedsOnEvaluations {
    static final List<Deed> ALL = List.of(
            deed("result changed", 34, OWNER, BUNDLE, "bundle.RESULT_CHANGED", result("""
            replace(content, '"priceFen":8500000', '"priceFen":8400000')
            """)),
            deed("sheets changed", 35, OWNER, BUNDLE, "bundle.SHEET_CHANGED", SHEETS),
            deed("other ranking", 38, FORGER, BUNDLE, "bundle.RANKING_DIFFERS", result("""
            jsonb_set(content::jsonb, '{ranking}',
                      (select jsonb_agg(one order by place desc)
                         from jsonb_array_elements(content::jsonb -> 'ranking') with ordinality as ranked (one, place)))::text
            """), RESULT_ENTERED),
            deed(
                    "result deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.RESULT_MISSING",
                    "delete from evaluation.result where lot = :lot"),
            deed("other price ranked", 0, FORGER, BUNDLE, "bundle.RESULT_DIFFERS", result("""
            replace(content, '"priceFen":8500000', '"priceFen":8400000')
            """), RESULT_ENTERED),
            deed("other method", 0, FORGER, BUNDLE, "bundle.TERMS_DIFFER", result("""
            replace(content, '"method":"BT_COMPARE"', '"method":"CONSULTATION"')
            """), RESULT_ENTERED),
            deed("other candidates", 0, FORGER, BUNDLE, "bundle.DRAW_DIFFERS", result("""
            (content::jsonb #- '{draw,candidates,0}')::text
            """), RESULT_ENTERED),
            deed("other sheets entered", 0, FORGER, BUNDLE, "bundle.SHEETS_DIFFER", SHEETS, SHEETS_ENTERED),
            deed(
                    "sheet deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.SHEET_MISSING",
                    "delete from evaluation.signed_sheet where lot = :lot"),
            deed("another winner", 0, FORGER, BUNDLE, "bundle.AWARD_DIFFERS", """
            update ledger.act set body = replace(body, cast(:own as text), cast(:third as text)) where kind = 'AWARDED' and subject = :lot
            """));

    private DeedsOnEvaluations() {}
}
