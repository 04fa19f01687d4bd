package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.bidding.domain.seal.KeyPair;
import tools.jackson.databind.JsonNode;

/** People with keys of their own beside those that the demo hands out. */
final class HolderScene {
    private final TestHouse house;

    HolderScene(TestHouse house) {
        this.house = house;
    }

    /** @param id under which it is kept */
    record Key(UUID id, KeyPair pair) {}

    /** Proposed, proved, and put into use by the approver: from then on it is the officer's newest. */
    Key enrolled() {
        return enrolled("officer", "approver");
    }

    /** The same of another person, put into use by a second one. */
    Key enrolled(String owner, String approver) {
        var pair = KeyPair.made(new SplittableRandom(System.nanoTime()));
        var proposal = Map.of("publicKey", Envelopes.base64(pair.publicKey()));
        var id = UUID.fromString(TestHouse.json(house.post(owner, proposal, "/api/holder-keys")
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString());
        var challenge = TestHouse.json(house.post(owner, Map.of(), "/api/holder-keys/{id}/challenges", id)
                .expectStatus()
                .isCreated());
        house.post(
                        owner,
                        Map.of("answer", Envelopes.base64(opened(pair, challenge))),
                        "/api/holder-keys/{id}/challenges/{challenge}/answer",
                        id,
                        challenge.path("id").asString())
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        act(approver, id, "approval");
        return new Key(id, pair);
    }

    void revoke(Key key) {
        revoke(key, "approver");
    }

    void revoke(Key key, String by) {
        act(by, key.id(), "revocation");
    }

    private void act(String person, UUID id, String act) {
        house.as(person)
                .post()
                .uri("/api/holder-keys/{id}/" + act, id)
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    private static byte[] opened(KeyPair keys, JsonNode challenge) {
        var info = "goufu-seal/1 test|" + challenge.path("id").asString();
        var opened = Hpke.open(
                keys,
                info.getBytes(StandardCharsets.US_ASCII),
                keys.kid().getBytes(StandardCharsets.US_ASCII),
                new Hpke.Box(bytes(challenge, "enc"), bytes(challenge, "ciphertext")));
        assertThat(opened).isNotEmpty();
        return opened;
    }

    private static byte[] bytes(JsonNode from, String field) {
        return Base64.getUrlDecoder().decode(from.path(field).asString());
    }
}
