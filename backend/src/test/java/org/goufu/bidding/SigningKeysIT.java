package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
