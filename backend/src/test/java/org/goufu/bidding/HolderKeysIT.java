package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.PassphraseFile;
import org.goufu.bidding.usecase.RemindHolders;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.domain.Entry;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Receipt.Finding;
import org.goufu.ledger.domain.Verifier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys from the proposal to the revocation, and to whom a lot's bids are sealed. */
@GoufuIT
class HolderKeysIT {
    /** The news comes by itself, on a busy machine late. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    RemindHolders remind;

    @Autowired
    DatabaseClient database;

    @Test
    void aKeyIsProvedApprovedBySomebodyElseAndRevoked() {
        var keys = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var id = propose("officer", keys);
        refused(act("approver", id, "approval"), 409, "not-proven");
        var challenge = challenge("officer", id);
        assertThat(challenge.path("purpose").asString()).isEqualTo("PROOF");
        refused(answer("officer", id, challenge, new byte[32]), 422, "answer-wrong");
        refused(answer("approver", id, challenge, opened(keys, challenge)), 403, "not-your-key");
        answer("officer", id, challenge, opened(keys, challenge))
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        refused(answer("officer", id, challenge, opened(keys, challenge)), 404, "challenge-not-found");

        refused(act("officer", id, "approval"), 403, "own-key");
        refused(act("supervisor", id, "approval"), 404, "key-not-found");
        act("approver", id, "approval")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        assertThat(ledger.receipt(Act.Kind.KEY_ENROLLED, id).block()).isNotBlank();
        var shown = shown("officer", id);
        assertThat(shown.path("state").asString()).isEqualTo("ENROLLED");
        assertThat(shown.path("approver").asString()).isEqualTo("演示审核人");
        assertThat(shown.path("mine").asBoolean()).isTrue();

        var rehearsal = challenge("officer", id);
        assertThat(rehearsal.path("purpose").asString()).isEqualTo("REHEARSAL");
        answer("officer", id, rehearsal, opened(keys, rehearsal))
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        act("approver", id, "revocation")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        assertThat(ledger.receipt(Act.Kind.KEY_REVOKED, id).block()).isNotBlank();
        refused(house.post("officer", Map.of(), "/api/holder-keys/{id}/challenges", id), 409, "revoked");
        assertThat(shown("approver", id).path("state").asString()).isEqualTo("REVOKED");
    }

    /** However often somebody asks and answers, little is kept of it; the newest that were asked can be answered, in any of two windows. */
    @Test
    void littleIsKeptOfChallenges() {
        var keys = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var id = propose("officer", keys);
        for (int i = 0; i < 20; i++) challenge("officer", id);
        var earlier = challenge("officer", id);
        challenge("officer", id);
        assertThat(challengesOf(id)).isLessThanOrEqualTo(5);
        for (int i = 0; i < 3; i++) {
            var asked = i == 0 ? earlier : challenge("officer", id);
            answer("officer", id, asked, opened(keys, asked))
                    .expectStatus()
                    .isNoContent()
                    .expectBody()
                    .isEmpty();
        }
        assertThat(challengesOf(id)).isLessThanOrEqualTo(6);
        assertThat(shown("officer", id).path("answeredAt").isNull()).isFalse();
        act("approver", id, "revocation")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    private Long challengesOf(UUID key) {
        return database.sql("select count(*) from bidding.challenge where key_id = :key")
                .bind("key", key)
                .mapValue(Long.class)
                .one()
                .block();
    }

    @Test
    void allKeysOfADepartmentAreShown() {
        int many = 101;
        database.sql("""
                        insert into bidding.holder_key (id, kid, public_key, holder_group, owner_id, owner, department_id, state, revoked_at)
                        select gen_random_uuid(), md5(n || random()::text), public_key, holder_group, owner_id, '许多钥匙', department_id,
                               'REVOKED', platform.now()
                          from bidding.holder_key k, generate_series(1, :many) as n
                         where k.id = (select id from bidding.holder_key
                                        where owner = '演示经办人' and state = 'ENROLLED' order by id limit 1)
                        """).bind("many", many).then().block();
        try {
            assertThat(house.get("officer", "/api/holder-keys").path("items").size())
                    .isGreaterThan(many);
        } finally {
            database.sql("delete from bidding.holder_key where owner = '许多钥匙'")
                    .then()
                    .block();
        }
    }

    @Test
    void aKeyIsKnownOnce() {
        var keys = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var id = propose("approver", keys);
        refused(house.post("officer", proposal(keys), "/api/holder-keys"), 409, "key-taken");
        refused(house.post("officer", Map.of("publicKey", "AAAA"), "/api/holder-keys"), 422, "key-invalid");
        refused(house.post("officer", Map.of("publicKey", "%"), "/api/holder-keys"), 422, "key-invalid");
        act("approver", id, "revocation")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    @Test
    void theDemoPeopleHaveKeysOfTheirOwn() {
        for (var username : List.of("officer", "approver", "supervisor")) {
            var keys = PassphraseFile.read(demoFile(username)).keys("goufu-demo");
            var shown = house.get(username, "/api/holder-keys")
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("kid").asString().equals(keys.kid()))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.path("mine").asBoolean()).isTrue();
            assertThat(shown.path("rehearsed").asBoolean()).isTrue();
        }
        house.as("organization")
                .get()
                .uri("/api/demo/holder-key")
                .exchange()
                .expectStatus()
                .isForbidden();
        house.as("organization")
                .get()
                .uri("/api/holder-keys")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aLotsHoldersAreFrozenWhenItIsPublished() {
        var notice = new Purchases(house).publish(new Purchases(house).lunches("冻结开标人的助餐服务"));
        var lot = house.get("officer", "/api/notices/{id}", notice.path("id").asString())
                .path("lots")
                .get(0)
                .path("id")
                .asString();
        var frozen = Awaiting.until(PATIENCE, () -> keyset(lot));
        var groups = Keyset.read(frozen).groups();
        assertThat(groups.get(0).id()).isEqualTo("department");
        assertThat(groups.get(0).k()).isEqualTo(1);
        assertThat(groups.get(0).members()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(groups.get(1).id()).isEqualTo("platform");
        assertThat(house.as("organization")
                        .post()
                        .uri("/api/lots/{id}/keyset", lot)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(frozen);
        assertThat(keyset(lot)).isEqualTo(frozen);
        everyKeyStandsInTheLedger(lot, Keyset.read(frozen));
    }

    /** One lot at a time, where the department does not want it always. */
    @Test
    void aPurchaseMayAskForASupervisor() {
        var act = new Purchases(house);
        var form = new HashMap<>(act.lunches("请监管人员一起开启的助餐服务"));
        form.put("supervisedOpening", true);
        var notice = act.publish(form);
        assertThat(notice.path("supervisedOpening").asBoolean()).isTrue();
        var frozen = Awaiting.until(
                PATIENCE, () -> keyset(notice.path("lots").get(0).path("id").asString()));
        var supervision = Keyset.read(frozen).groups().getLast();
        assertThat(supervision.id()).isEqualTo("supervision");
        assertThat(supervision.k()).isEqualTo(1);
        assertThat(supervision.members()).isNotEmpty();
    }

    /** Where nobody who should open has a key, those who should are asked for one; with the key bids can be given. */
    @Test
    void aLotWithoutHoldersWaitsForTheirKeys() {
        var supervisors =
                database.sql("""
                        update bidding.holder_key set state = 'REVOKED'
                         where holder_group = 'SUPERVISION' and state = 'ENROLLED' returning id
                        """).mapValue(UUID.class).all().collectList().block();
        assertThat(supervisors).isNotEmpty();
        try {
            assertThat(lacking("officer", "supervision")).isOne();
            assertThat(lacking("officer", "department")).isZero();
            assertThat(lacking("supervisor", "supervision")).isOne();
            var act = new Purchases(house);
            var form = new HashMap<>(act.lunches("等监管人员钥匙的助餐服务"));
            form.put("supervisedOpening", true);
            var lot = act.publish(form).path("lots").get(0).path("id").asString();
            for (var asked : List.of("officer", "approver", "supervisor"))
                Awaiting.until(PATIENCE, () -> assertThat(asked(asked, lot)).isTrue());
            assertThat(asked("organization", lot)).isFalse();
            refused(house.post("organization", Map.of(), "/api/lots/{id}/keyset", lot), 409, "supervision-missing");

            var key = enrolled("supervisor", "admin");
            assertThat(lacking("officer", "supervision")).isZero();
            var frozen = Awaiting.until(PATIENCE, () -> keyset(lot));
            assertThat(Keyset.read(frozen).groups().getLast().id()).isEqualTo("supervision");
            assertThat(asked("officer", lot)).isFalse();
            act("admin", key, "revocation")
                    .expectStatus()
                    .isNoContent()
                    .expectBody()
                    .isEmpty();
        } finally {
            database.sql("update bidding.holder_key set state = 'ENROLLED' where id = any(:ids)")
                    .bind("ids", supervisors.toArray(UUID[]::new))
                    .then()
                    .block();
        }
    }

    private long lacking(String username, String whom) {
        return house.get(username, "/api/holder-keys")
                .path("lacking")
                .path(whom)
                .asLong();
    }

    private boolean asked(String username, String lot) {
        return house.get(username, "/api/me/work")
                .path("items")
                .valueStream()
                .anyMatch(work -> work.path("matter").asString().equals("ENROL_KEYS")
                        && work.path("lotId").asString().equals(lot));
    }

    private UUID enrolled(String owner, String approver) {
        var keys = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var id = propose(owner, keys);
        var challenge = challenge(owner, id);
        answer(owner, id, challenge, opened(keys, challenge))
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        act(approver, id, "approval").expectStatus().isNoContent().expectBody().isEmpty();
        return id;
    }

    private void everyKeyStandsInTheLedger(String lot, Keyset keyset) {
        var trusted = Verifier.read(house.read("officer", "/api/ledger/key").strip());
        var receipts = house.get("officer", "/api/lots/{id}/keyset/receipts", lot);
        var entered = Receipt.read(receipts.path("keyset").asString());
        assertThat(entered.check(trusted)).isInstanceOf(Finding.Good.class);
        var frozen = JsonMapper.shared().readTree(entered.act());
        assertThat(frozen.path("kind").asString()).isEqualTo("KEYSET_FROZEN");
        assertThat(frozen.path("keyset").asString()).isEqualTo(Keyset.hash(keyset.write()));
        var rests = frozen.path("rests").valueStream().iterator();
        var proved = receipts.path("items").valueStream().iterator();
        for (var group : keyset.groups()) {
            for (var member : group.members()) {
                var receipt = Receipt.read(proved.next().path("receipt").asString());
                assertThat(receipt.check(trusted)).isInstanceOf(Finding.Good.class);
                var act = JsonMapper.shared().readTree(receipt.act());
                assertThat(act.path("kind").asString()).isEqualTo("KEY_ENROLLED");
                assertThat(act.path("group").asString()).isEqualTo(group.id());
                assertThat(act.path("pub").asString()).isEqualTo(text(member.pub()));
                assertThat(rests.next().asString())
                        .isEqualTo(HexFormat.of().formatHex(Entry.commitment(receipt.salt(), receipt.act())));
            }
        }
        assertThat(proved.hasNext()).isFalse();
    }

    @Test
    void theDepartmentIsToldOnceWhoShouldRehearse() {
        var keys = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var id = propose("officer", keys);
        var lot = Ids.next();
        var title = "演练提醒 " + lot;
        database.sql("""
                        with keyset as (
                            insert into bidding.keyset (lot_id, document, purchase_id, department_id, title, deadline)
                            select :lot, ''::bytea, :lot, department_id, :title, platform.now() + interval '2 days'
                              from bidding.holder_key where id = :key
                            returning lot_id, purchase_id, title, deadline),
                        box as (
                            insert into bidding.box (lot, purchase, notice, digest, title, deadline)
                            select lot_id, purchase_id, lot_id, sha256(''), title, deadline from keyset)
                        insert into bidding.keyset_member (lot_id, kid) select lot_id, :kid from keyset
                        """)
                .bind("lot", lot)
                .bind("title", title)
                .bind("key", id)
                .bind("kid", keys.kid())
                .then()
                .block();
        remind.now().block();
        remind.now().block();
        Awaiting.until(
                PATIENCE,
                () -> assertThat(told(title)).hasSize(1).first().asString().contains("演示经办人"));
        act("approver", id, "revocation")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    private List<JsonNode> told(String title) {
        return house.get("officer", "/api/me/inbox?size=100")
                .path("items")
                .valueStream()
                .filter(item -> item.path("title").asString().equals(title))
                .toList();
    }

    @Test
    void saysWhatIsNotThere() {
        refused(
                house.as("organization")
                        .get()
                        .uri("/api/lots/{id}/keyset", UUID.randomUUID())
                        .exchange(),
                404,
                "keyset-not-found");
        refused(
                house.as("organization")
                        .post()
                        .uri("/api/lots/{id}/keyset", UUID.randomUUID())
                        .exchange(),
                404,
                "lot-not-found");
        refused(act("officer", UUID.randomUUID(), "revocation"), 404, "key-not-found");
    }

    @Test
    void theDepartmentChoosesWhetherASupervisorOpensWithIt() {
        house.post("officer", Map.of("wanted", true), "/api/holder-keys/supervision")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        assertThat(house.get("approver", "/api/holder-keys")
                        .path("supervisionWanted")
                        .asBoolean())
                .isTrue();
        house.post("approver", Map.of("wanted", false), "/api/holder-keys/supervision")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        assertThat(house.get("officer", "/api/holder-keys")
                        .path("supervisionWanted")
                        .asBoolean())
                .isFalse();
        house.post("officer", Map.of(), "/api/holder-keys/supervision")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/wanted");
    }

    private byte[] keyset(String lot) {
        return house.anonymous()
                .get()
                .uri("/api/lots/{id}/keyset", lot)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private byte[] demoFile(String username) {
        return house.as(username)
                .get()
                .uri("/api/demo/holder-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private UUID propose(String username, KeyPair keys) {
        var answer = TestHouse.json(house.post(username, proposal(keys), "/api/holder-keys")
                .expectStatus()
                .isCreated());
        assertThat(answer.path("kid").asString()).isEqualTo(keys.kid());
        return UUID.fromString(answer.path("id").asString());
    }

    private static Map<String, Object> proposal(KeyPair keys) {
        return Map.of("publicKey", text(keys.publicKey()));
    }

    private JsonNode challenge(String username, UUID id) {
        return TestHouse.json(house.post(username, Map.of(), "/api/holder-keys/{id}/challenges", id)
                .expectStatus()
                .isCreated());
    }

    private static byte[] opened(KeyPair keys, JsonNode challenge) {
        var info = "goufu-seal/1 test|" + challenge.path("id").asString();
        return Hpke.open(
                keys,
                info.getBytes(StandardCharsets.US_ASCII),
                keys.kid().getBytes(StandardCharsets.US_ASCII),
                new Hpke.Box(bytes(challenge, "enc"), bytes(challenge, "ciphertext")));
    }

    private ResponseSpec answer(String username, UUID id, JsonNode challenge, byte[] opened) {
        return house.post(
                username,
                Map.of("answer", text(opened)),
                "/api/holder-keys/{id}/challenges/{challenge}/answer",
                id,
                challenge.path("id").asString());
    }

    private ResponseSpec act(String username, UUID id, String act) {
        return house.as(username).post().uri("/api/holder-keys/{id}/" + act, id).exchange();
    }

    private JsonNode shown(String username, UUID id) {
        return house.get(username, "/api/holder-keys")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/holder/" + code);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(JsonNode from, String field) {
        return Base64.getUrlDecoder().decode(from.path(field).asString());
    }
}
