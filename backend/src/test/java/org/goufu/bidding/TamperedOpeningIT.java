package org.goufu.bidding;

import java.util.List;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.ledger.TamperedDatabase;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Verifier;
import org.goufu.ledger.usecase.MakeBundle;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** An opening whose traces somebody with all rights on the database changes. */
@GoufuIT
class TamperedOpeningIT {
    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Autowired
    MakeBundle bundles;

    @Test
    void whoeverChangesTheDatabaseIsFoundOut() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 2);
        scene.unsealed(lot);
        scene.give("officer", lot);
        scene.until(lot, "OPENED");
        var tampered = new TamperedDatabase(
                bundles,
                transactions,
                database,
                Verifier.read(house.read("group", "/api/ledger/key")),
                lot.purchase(),
                Map.of(
                        "bid", bids.getFirst().id(),
                        "other", bids.getLast().id(),
                        "lot", lot.id(),
                        "notice", lot.notice()));
        tampered.names(BundleFault.MANIFEST_CHANGED, """
                update bidding.envelope e set manifest = o.manifest, digest = o.digest
                  from bidding.envelope o where e.id = :bid and o.id = :other
                """);
        tampered.names(BundleFault.MANIFEST_CHANGED, """
                update bidding.envelope set manifest = convert_to('{}', 'UTF8'), digest = sha256(convert_to('{}', 'UTF8')) where id = :bid
                """);
        tampered.names(BundleFault.MANIFEST_MISSING, "delete from bidding.opened_bid where envelope = :bid");
        tampered.names(BundleFault.PRICE_DIFFERS, """
                update bidding.chunk set content = set_byte(content, 9, 255 - get_byte(content, 9)) where envelope = :bid
                """);
        tampered.names(BundleFault.CIPHERTEXT_MISSING, "delete from bidding.chunk where envelope = :bid");
        tampered.names(BundleFault.RECORD_CHANGED, """
                update bidding.opening_stage s set record = c.record, digest = sha256(c.record)
                  from (select id, convert_to(replace(convert_from(record, 'UTF8'), '9000000', '9900000'), 'UTF8') as record
                          from bidding.opening_stage) c
                 where s.id = c.id and s.lot = :lot
                """);
        tampered.names(BundleFault.RECORD_MISSING, "delete from bidding.opening_stage where lot = :lot");
        tampered.names(BundleFault.NOTICE_MISSING, "delete from purchase.notice where id = :notice");
        tampered.names(BundleFault.NOTICE_UNENTERED, """
                insert into purchase.notice
                select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'number', n.number || '-A'))).*
                  from purchase.notice n where n.id = :notice
                """);
        tampered.names(BundleFault.KEYSET_CHANGED, """
                update bidding.keyset set document = convert_to(replace(convert_from(document, 'UTF8'), '"k":1', '"k":2'), 'UTF8')
                 where lot_id = :lot
                """);
        tampered.names(BundleFault.KEYSET_MISSING, "delete from bidding.keyset where lot_id = :lot");
        tampered.names(BundleFault.KEY_UNENROLLED, "delete from bidding.keyset_member where lot_id = :lot");
        tampered.names(BundleFault.KEY_UNENROLLED, """
                delete from bidding.holder_key where kid in (select kid from bidding.keyset_member where lot_id = :lot)
                """);
        for (var beside : List.of(
                "update bidding.opened_bid set price = replace(price, '9000000', '9900000') where envelope = :bid",
                "update bidding.opened_bid set name = '别家', accepted_at = accepted_at - interval '1 day' where envelope = :bid",
                "update bidding.box set digest = sha256('x') where lot = :lot",
                "update bidding.box set deadline = deadline + interval '1 day' where lot = :lot",
                "update bidding.chain set link = sha256('x') where lot = :lot",
                "update bidding.event set at = at - interval '1 day', link = sha256('x') where lot = :lot",
                "delete from bidding.event where lot = :lot",
                "delete from bidding.standing where lot = :lot",
                "update bidding.envelope set body = id where id = :bid",
                "update bidding.opening set least = least + 1, bids = bids + 1 where lot = :lot",
                "update bidding.holder_key set state = 'REVOKED', public_key = set_byte(public_key, 9, 0)",
                "update purchase.lot set budget_fen = budget_fen + 1 where id = :lot",
                "update purchase.notice set title = '别的', deadline = deadline + interval '1 day' where id = :notice")) {
            tampered.changesNothing(beside);
        }
    }
}
