package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.goufu.GoufuIT;
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

/** Keys of before the ledger knew of any that sign are entered once, and say so. */
@GoufuIT
class EarlierSigningKeysIT {
    @Autowired
    CatchUp earlier;

    @Autowired
    Ledger ledger;

    @Autowired
    DatabaseClient database;

    private final UUID key = Ids.next();
    private final UUID body = Ids.next();

    @Test
    void entersThemOnce() {
        kept("null");

        earlier.now(done -> {}).block();
        var enrolled = act(Act.Kind.SIGNING_KEY_ENROLLED);
        database.sql("update bidding.signing_key set revoked_at = now() where id = :key")
                .bind("key", key)
                .then()
                .block();
        earlier.now(done -> {}).block();
        var revoked = act(Act.Kind.SIGNING_KEY_REVOKED);
        earlier.now(done -> {}).block();

        assertThat(enrolled.path("body").asString()).isEqualTo(body.toString());
        assertThat(enrolled.path("earlier").asBoolean()).isTrue();
        assertThat(revoked.path("earlier").asBoolean()).isTrue();
        assertThat(revoked.path("follows").asString()).hasSize(64);
        assertThat(act(Act.Kind.SIGNING_KEY_ENROLLED)).isEqualTo(enrolled);
        assertThat(act(Act.Kind.SIGNING_KEY_REVOKED)).isEqualTo(revoked);
    }

    @Test
    void entersWhatHadEndedBefore() {
        kept("now()");
        earlier.now(done -> {}).block();
        assertThat(act(Act.Kind.SIGNING_KEY_ENROLLED).path("follows").asString())
                .isEmpty();
        assertThat(act(Act.Kind.SIGNING_KEY_REVOKED).path("follows").asString()).hasSize(64);
    }

    private void kept(String revokedAt) {
        database.sql("""
                        insert into bidding.signing_key (id, body, account, holder, point, revoked_at)
                        values (:key, :body, :key, '一个人', decode(repeat('04', 65), 'hex'), %s)
                        """.formatted(revokedAt))
                .bind("key", key)
                .bind("body", body)
                .then()
                .block();
    }

    private JsonNode act(Act.Kind kind) {
        var receipt = Receipt.read(ledger.receipt(kind, key).blockOptional().orElseThrow());
        return JsonMapper.shared().readTree(receipt.act());
    }
}
