package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.Keyset.Group;
import org.goufu.bidding.domain.seal.Keyset.Member;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Act;
import org.goufu.ledger.CatchUp;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.domain.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keysets of before the ledger knew of any are entered once, and say so. */
@GoufuIT
class EarlierKeysetsIT {
    @Autowired
    CatchUp earlier;

    @Autowired
    Ledger ledger;

    @Autowired
    DatabaseClient database;

    @Test
    void entersThemOnce() {
        var lot = Ids.next();
        var key = Member.of(KeyPair.made(new SplittableRandom(25)).publicKey());
        var document = new Keyset(List.of(new Group("platform", 1, List.of(key)))).write();
        database.sql("""
                        insert into bidding.keyset (lot_id, document, purchase_id, department_id, title)
                        values (:lot, :document, :lot, :lot, '')
                        """).bind("lot", lot).bind("document", document).then().block();

        earlier.now(done -> {}).block();
        var entered = act(lot);
        earlier.now(done -> {}).block();

        assertThat(entered.path("keyset").asString()).isEqualTo(Keyset.hash(document));
        assertThat(entered.path("lot").asString()).isEqualTo(lot.toString());
        assertThat(entered.path("earlier").asBoolean()).isTrue();
        assertThat(entered.path("rests")).as("of a key that nobody entered").hasSize(1);
        assertThat(act(lot)).isEqualTo(entered);
    }

    private JsonNode act(UUID lot) {
        var receipt = Receipt.read(
                String.valueOf(ledger.receipt(Act.Kind.KEYSET_FROZEN, lot).block()));
        return JsonMapper.shared().readTree(receipt.act());
    }
}
