package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.Supervisors;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;

/** What supervisors of other regions neither see nor open; the demo's department is in 510114 (decision 0043). */
@GoufuIT
class SupervisionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String KEYS = "/api/holder-keys";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    DatabaseClient database;

    private String own = "";
    private String neighbour = "";

    @BeforeEach
    void employ() {
        var supervisors = new Supervisors(database);
        own = supervisors.of("510114");
        neighbour = supervisors.of("510115");
    }

    @Test
    void nobodySupervisesNowhere() {
        assertThatThrownBy(() -> database.sql("""
                                insert into account.account (id, username, display_name, roles, password_hash)
                                values (gen_random_uuid(), 'supervisor-nowhere', 'x', array['SUPERVISOR'], '')
                                """).then().block()).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(house.get("supervisor2", "/api/me").at("/region/code").asString())
                .isEqualTo("5107");
    }

    /** A lot waits for a key of its own region: those elsewhere are not asked for one, and theirs does not do. */
    @Test
    void onlyTheRegionsOwnHoldKeys() {
        var others = database.sql("""
                        update bidding.holder_key set state = 'REVOKED'
                         where holder_group = 'SUPERVISION' and state = 'ENROLLED' returning id
                        """).mapValue(UUID.class).all().collectList().block();
        try {
            var form = new HashMap<>(new Purchases(house).lunches("等本地监管人员钥匙的助餐服务"));
            form.put("supervisedOpening", true);
            var lot = UUID.fromString(
                    new Purchases(house).publish(form).at("/lots/0/id").asString());
            var waiting = new Waiting(house, lot);
            for (var asked : List.of(own, "supervisor")) {
                Awaiting.until(PATIENCE, () -> {
                    waiting.is(asked, "ENROL_KEYS");
                    return true;
                });
            }
            for (var other : List.of(neighbour, "supervisor2")) waiting.is(other);

            var holders = new HolderScene(house);
            var theirs = holders.enrolled(neighbour, "admin");
            assertThat(lacking("officer")).isOne();
            Refusal.post(house.as("organization"), Map.of(), "/api/lots/{id}/keyset", lot)
                    .is(409, "holder/supervision-missing");
            waiting.is(own, "ENROL_KEYS");

            var key = holders.enrolled(own, "supervisor");
            assertThat(lacking("officer")).isZero();
            assertThat(lacking("supervisor2")).isOne();
            var supervision = Keyset.read(Envelopes.keyset(house, lot)).groups().getLast();
            assertThat(supervision.id()).isEqualTo("supervision");
            assertThat(supervision.members())
                    .extracting(Keyset.Member::kid)
                    .containsExactly(key.pair().kid());
            Awaiting.until(PATIENCE, () -> {
                waiting.is(own);
                return true;
            });
            keysAreKnownInTheirRegion(key, theirs);
            holders.revoke(key, own);
            holders.revoke(theirs, "admin");
        } finally {
            database.sql("update bidding.holder_key set state = 'ENROLLED' where id = any(:ids)")
                    .bind("ids", others.toArray(UUID[]::new))
                    .then()
                    .block();
        }
    }

    private void keysAreKnownInTheirRegion(HolderScene.Key key, HolderScene.Key theirs) {
        assertThat(known(own))
                .contains(key.id().toString())
                .doesNotContain(theirs.id().toString());
        assertThat(known(neighbour))
                .contains(theirs.id().toString())
                .doesNotContain(key.id().toString());
        for (var above : List.of("supervisor", "admin")) {
            assertThat(known(above)).contains(key.id().toString(), theirs.id().toString());
        }
        for (var act : List.of("approval", "revocation")) {
            Refusal.post(house.as(neighbour), Map.of(), KEYS + "/{id}/" + act, key.id())
                    .is(404, "holder/key-not-found");
        }
        Refusal.post(house.as(own), Map.of(), KEYS + "/{id}/challenges", theirs.id())
                .is(404, "holder/key-not-found");
    }

    private List<String> known(String username) {
        return house.get(username, KEYS)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private long lacking(String username) {
        return house.get(username, KEYS).at("/lacking/supervision").asLong();
    }

    /** Who holds no key of the lot, gives no share and is told nothing; what was opened is for the region's own, prices are for all. */
    @Test
    void onlyTheRegionsOwnOpenAndRead() {
        var holders = new HolderScene(house);
        var key = holders.enrolled(own, "supervisor");
        var theirs = holders.enrolled(neighbour, "admin");
        var lot = scene.lot(Map.of("supervisedOpening", true));
        var bid = desk.sealedWith(lot, 2).getFirst();
        var told = new Told(house, lot.id());
        for (var holder : List.of(own, "supervisor")) told.once(holder, "opening", "opening", "响应文件已封存");
        scene.unsealed(lot);
        told.once(own, "opening", "opening", "交出份额");
        new Waiting(house, lot.id()).is(own, "GIVE_SHARES");
        Refusal.get(house.as(neighbour), "/api/lots/{id}/opening/shares", lot.id())
                .is(403, "opening/not-a-holder");
        scene.holders.give("officer", lot);
        scene.holders.give(own, lot, key.pair());
        scene.until(lot, "OPENED");
        contentsAreRead(bid);
        for (var other : List.of(neighbour, "supervisor2")) {
            told.nothing(other, "opening");
            new Waiting(house, lot.id()).is(other);
        }
        holders.revoke(key, own);
        holders.revoke(theirs, "admin");
    }

    private void contentsAreRead(Bid bid) {
        for (var reader : List.of(own, "supervisor")) {
            assertThat(house.read(reader, "/api/bids/{id}/opened/att-1", bid.id()))
                    .isEqualTo("食谱");
        }
        for (var other : List.of(neighbour, "supervisor2")) {
            for (var path : List.of("opened", "opened/price", "opened/att-1")) {
                Refusal.get(house.as(other), "/api/bids/{id}/" + path, bid.id()).is(404, "opening/content-not-found");
            }
        }
    }
}
