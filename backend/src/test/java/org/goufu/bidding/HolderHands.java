package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.PassphraseFile;
import tools.jackson.databind.JsonNode;

/** What holders do with their keys at an opening, as their browsers do it. */
public final class HolderHands {
    private final TestHouse house;

    HolderHands(TestHouse house) {
        this.house = house;
    }

    /** The key that the demo hands to this person. */
    public KeyPair keys(String username) {
        var file = house.as(username)
                .get()
                .uri("/api/demo/holder-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return PassphraseFile.read(file).keys("goufu-demo");
    }

    /** What the person's browser makes of the shares that it is given. */
    public List<Map<String, Object>> opened(String username, Lot lot) {
        return opened(username, lot, keys(username));
    }

    /** The same with one of the person's keys. */
    public List<Map<String, Object>> opened(String username, Lot lot, KeyPair keys) {
        var asked = house.get(username, "/api/lots/{id}/opening/shares?kid={kid}", lot.id(), keys.kid());
        assertThat(asked.path("kid").asString()).isEqualTo(keys.kid());
        var opened = new ArrayList<Map<String, Object>>();
        for (var share : asked.path("items")) {
            opened.add(Map.of(
                    "bid",
                    share.path("bid").asString(),
                    "segment",
                    share.path("segment").asString(),
                    "value",
                    Envelopes.base64(value(keys, share))));
        }
        return opened;
    }

    private static byte[] value(KeyPair keys, JsonNode share) {
        var decoder = Base64.getUrlDecoder();
        var box = new Hpke.Box(
                decoder.decode(share.path("enc").asString()),
                decoder.decode(share.path("ciphertext").asString()));
        var info = joined(
                OpeningScene.bytes("goufu-seal/1|"),
                HexFormat.of().parseHex(share.path("coreHash").asString()),
                OpeningScene.bytes(share.path("segment").asString() + "|"
                        + share.path("group").asString()));
        var aad = joined(
                OpeningScene.bytes(keys.kid()),
                new byte[] {(byte) share.path("x").asInt()});
        return Hpke.open(keys, info, aad, box);
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }

    public void give(String username, Lot lot) {
        give(username, lot, keys(username));
    }

    public void give(String username, Lot lot, KeyPair keys) {
        var shares = opened(username, lot, keys);
        house.post(username, shares, "/api/lots/{id}/opening/shares?kid={kid}", lot.id(), keys.kid())
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }
}
