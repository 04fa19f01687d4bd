package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.ledger.Act;
import org.goufu.ledger.Bundles;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.Receipt;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys by which bidders sign stand in the ledger, where nobody reads them before a bid is opened that they signed. */
@GoufuIT
class SigningKeysIT {
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    KeepSigningKeys keys;

    @Autowired
    Ledger ledger;

    @Autowired
    OrganizationDirectory organizations;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Test
    void aKeyIsEnteredForItsBodyAndItsEndFollows() {
        var body = scene.bodies(1).getFirst();
        var person = person(body);
        var pair = Envelopes.pair();
        var key = keys.enrol(person, Envelopes.point(pair)).blockOptional().orElseThrow();
        keys.revoke(person, key).block();

        var enrolled = act(Act.Kind.SIGNING_KEY_ENROLLED, key);
        assertThat(enrolled.path("body").asString()).isEqualTo(body.toString());
        assertThat(enrolled.path("pub").asString()).isEqualTo(Envelopes.base64(Envelopes.point(pair)));
        assertThat(enrolled.path("follows").asString()).isEmpty();
        assertThat(enrolled.has("earlier")).isFalse();
        assertThat(enrolled.toString()).as("nobody is named").doesNotContain(person.displayName());
        var revoked = act(Act.Kind.SIGNING_KEY_REVOKED, key);
        assertThat(revoked.path("body").asString()).isEqualTo(body.toString());
        assertThat(revoked.path("follows").asString()).hasSize(64);
        for (var kind : List.of(Act.Kind.SIGNING_KEY_ENROLLED, Act.Kind.SIGNING_KEY_REVOKED)) {
            house.as("supervisor")
                    .get()
                    .uri("/api/ledger/entries/{index}/proof", receipt(kind, key).index())
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    /** A bid that was judged while the key held must come into the ledger before the key's end. */
    @Test
    void aRevocationWaitsForBidsThatAreBeingTakenIn() {
        var body = scene.bodies(1).getFirst();
        var person = person(body);
        var key = keys.enrol(person, Envelopes.point(Envelopes.pair()))
                .blockOptional()
                .orElseThrow();
        var revocation = transactions
                .write(organizations
                        .holdAll(Set.of(body))
                        .then(Mono.fromSupplier(() -> keys.revoke(person, key).toFuture()))
                        .delayUntil(ending -> Mono.delay(A_WHILE))
                        .doOnNext(ending -> assertThat(ending)
                                .as("while a bid of the body is being taken in")
                                .isNotDone()))
                .blockOptional()
                .orElseThrow();
        assertThat(revocation).succeedsWithin(PATIENCE);
        assertThat(act(Act.Kind.SIGNING_KEY_REVOKED, key).path("body").asString())
                .isEqualTo(body.toString());
    }

    @Test
    void aBundleShowsThemWithTheOpening() {
        var lot = scene.lot(Map.of());
        var bids = scene.bodies(4).stream()
                .map(body -> scene.put(body, lot, OpeningScene.contents(9_000_000), List.of()))
                .toList();
        var before = Bundles.taken(house, lot.purchase());
        assertThat(before.files().keySet()).noneMatch(path -> path.startsWith("bids/"));
        assertThat(acts(before)).isNotEmpty().noneMatch(act -> act.contains("SIGNING_KEY"));

        scene.opened(lot);

        var after = Bundles.taken(house, lot.purchase());
        for (var bid : bids) {
            var signer = scene.signer(bid.body()).key().toString();
            var signature = after.files().get("bids/" + bid.id() + "/signature");
            assertThat(new String(signature, StandardCharsets.US_ASCII)).contains(signer);
            assertThat(acts(after)).filteredOn(act -> act.contains(signer)).hasSize(1);
        }
        assertThat(acts(after))
                .filteredOn(act -> act.contains("\"OPENED\""))
                .singleElement()
                .satisfies(opening -> assertThat(
                                JsonMapper.shared().readTree(opening).path("rests"))
                        .hasSameSizeAs(bids));
    }

    /** A key that somebody enrols in its name stands on the body's list for good, and the body is told. */
    @Test
    void aBodyFindsEveryKeyThatStandsInItsName() {
        var lot = Envelopes.of(house, "organization");
        var stranger = intruder();
        assertThat(house.read("federation", "/api/me/signing-keys/history"))
                .as("another body's")
                .doesNotContain(stranger.toString());
        var found = known(stranger);
        assertThat(found.path("holder").asString()).isEqualTo("不具名的人");
        assertThat(found.path("own").asBoolean()).isFalse();
        assertThat(found.path("holds").asBoolean()).isTrue();
        assertThat(found.path("bids").asLong()).isZero();
        assertThat(found.path("enrolment").asLong())
                .isEqualTo(receipt(Act.Kind.SIGNING_KEY_ENROLLED, stranger).index());
        assertThat(found.path("revocation").isNull()).isTrue();
        assertThat(known(lot.key()).path("own").asBoolean()).isTrue();
        told("不具名的人", 1);

        house.as("organization")
                .delete()
                .uri("/api/me/signing-keys/{id}", stranger)
                .exchange()
                .expectStatus()
                .isNoContent();

        var ended = known(stranger);
        assertThat(ended.path("holds").asBoolean()).isFalse();
        assertThat(ended.path("revokedAt").isNull()).isFalse();
        var receipts = house.get("organization", "/api/me/signing-keys/{id}/receipts", stranger);
        var revocation = Receipt.read(receipts.path("revocation").asString());
        assertThat(revocation.index()).isEqualTo(ended.path("revocation").asLong());
        assertThat(JsonMapper.shared()
                        .readTree(revocation.act())
                        .path("subject")
                        .asString())
                .isEqualTo(stranger.toString());
        assertThat(house.get("federation", "/api/me/signing-keys/{id}/receipts", stranger)
                        .path("enrolment")
                        .isNull())
                .as("another body's receipts")
                .isTrue();
    }

    /** Whoever bids with a key and then removes it from the table does not remove it from the ledger, nor what it signed. */
    @Test
    void aKeyThatWasTakenFromTheTableStillStandsThere() {
        var stranger = intruder();
        sql("create table public.taken_key as select * from bidding.signing_key where id = '%s'".formatted(stranger));
        sql("delete from bidding.signing_key where id = '%s'".formatted(stranger));
        try {
            var found = known(stranger);
            assertThat(found.path("holder").isNull()).isTrue();
            assertThat(found.path("holds").asBoolean()).isFalse();
            assertThat(found.path("fingerprint").asString()).hasSize(64);
            assertThat(found.path("enrolment").asLong())
                    .isEqualTo(receipt(Act.Kind.SIGNING_KEY_ENROLLED, stranger).index());
        } finally {
            // As many keys as acts, or what looks for earlier ones believes that none is missing.
            sql("insert into bidding.signing_key select * from public.taken_key");
            sql("drop table public.taken_key");
        }
    }

    private void sql(String statement) {
        database.sql(statement).then().block();
    }

    @Test
    void bidsAreCountedByTheKeyThatSignedThem() {
        var lot = scene.lot(Map.of());
        var bid = scene.put(house.body("organization"), lot, OpeningScene.contents(9_000_000), List.of());
        assertThat(known(scene.signer(bid.body()).key()).path("bids").asLong()).isPositive();
    }

    /** Somebody enrols a key in the name of the demo's organization who is none of its people. */
    private UUID intruder() {
        return keys.enrol(person(house.body("organization")), Envelopes.point(Envelopes.pair()))
                .blockOptional()
                .orElseThrow();
    }

    private JsonNode known(UUID key) {
        return house.get("organization", "/api/me/signing-keys/history")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(key.toString()))
                .findFirst()
                .orElseThrow();
    }

    private void told(String by, int times) {
        Awaiting.until(PATIENCE, () -> {
            assertThat(house.get("organization", "/api/me/inbox?size=100&kind=bid")
                            .path("items")
                            .valueStream()
                            .filter(item -> item.path("place").asString().equals("keys"))
                            .map(item -> item.path("reasons").get(0).asString()))
                    .filteredOn(words -> words.contains(by) && words.contains("启用"))
                    .hasSizeGreaterThanOrEqualTo(times);
            return true;
        });
    }

    private static Actor person(UUID body) {
        return new Actor(Ids.next(), "person", "不具名的人", Set.of(Role.ORGANIZATION_AGENT), null, body, null);
    }

    private Receipt receipt(Act.Kind kind, UUID key) {
        return Receipt.read(ledger.receipt(kind, key).blockOptional().orElseThrow());
    }

    private JsonNode act(Act.Kind kind, UUID key) {
        return JsonMapper.shared().readTree(receipt(kind, key).act());
    }

    private static List<String> acts(Bundle bundle) {
        return bundle.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("entries/"))
                .map(file -> Receipt.read(new String(file.getValue(), StandardCharsets.UTF_8)))
                .map(receipt -> new String(receipt.act(), StandardCharsets.UTF_8))
                .toList();
    }
}
