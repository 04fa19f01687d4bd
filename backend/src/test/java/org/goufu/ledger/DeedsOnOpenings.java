package org.goufu.ledger;

import static org.goufu.ledger.Deed.Asked.BUNDLE;
import static org.goufu.ledger.Deed.Hand.FORGER;
import static org.goufu.ledger.Deed.Hand.OWNER;
import static org.goufu.ledger.Deed.deed;
import static org.goufu.ledger.Rewritten.RECORD_ENTERED;
import static org.goufu.ledger.Rewritten.record;

import java.util.List;

/** What may be done to the record of the opening. */
final class DeedsOnOpenings {
    static final List<Deed> ALL = List.of(
            deed("other price read out", 26, FORGER, BUNDLE, "bundle.PRICE_DIFFERS", record("""
            replace(record, '8500000', '8400000')
            """), RECORD_ENTERED),
            deed("wrong key of a price", 27, FORGER, BUNDLE, "bundle.PRICE_DIFFERS", record("""
            regexp_replace(record, '"priceKey":"....', '"priceKey":"AAAA')
            """), RECORD_ENTERED),
            deed("bid missing in the record", 29, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", record("""
            (record::jsonb #- '{bids,1}')::text
            """), RECORD_ENTERED),
            deed("last does not win", 30, FORGER, BUNDLE, "bundle.RECORD_DIFFERS", record("""
            replace(record, cast(:own as text), cast(:first as text))
            """), RECORD_ENTERED),
            deed("record changed", 0, OWNER, BUNDLE, "bundle.RECORD_CHANGED", record("""
            replace(record, '8500000', '8400000')
            """)),
            deed(
                    "record deleted",
                    0,
                    OWNER,
                    BUNDLE,
                    "bundle.RECORD_MISSING",
                    "delete from bidding.opening_stage where lot = :lot"));

    private DeedsOnOpenings() {}
}
