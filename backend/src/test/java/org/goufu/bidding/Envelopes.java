package org.goufu.bidding;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer;
import org.goufu.bidding.domain.seal.Sealer.Draft;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A bidder's side: makes keys, seals, signs and sends, as the page does. */
public final class Envelopes {
    private static final int POINT_LENGTH = 65;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestHouse house;
    private final String username;
    private final KeyPair pair;
    private final UUID key;

    private Envelopes(TestHouse house, String username, KeyPair pair, UUID key) {
        this.house = house;
        this.username = username;
        this.pair = pair;
        this.key = key;
    }

    /** With a key of its own that was enrolled. */
    public static Envelopes of(TestHouse house, String username) {
        var pair = pair();
        var answer =
                TestHouse.json(house.post(username, Map.of("publicKey", base64(point(pair))), "/api/me/signing-keys")
                        .expectStatus()
                        .isCreated());
        return new Envelopes(
                house, username, pair, UUID.fromString(answer.path("id").asString()));
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] point(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - POINT_LENGTH, encoded.length);
    }

    public UUID key() {
        return key;
    }

    /** The holders of the lot, frozen now when they were not before. */
    public static byte[] keyset(TestHouse house, UUID lot) {
        return house.post("organization", Map.of(), "/api/lots/{id}/keyset", lot)
                .expectStatus()
                .is2xxSuccessful()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    /** Seals one price to the holders of the keyset; the notice is the one that the platform names now. */
    public Sealed seal(UUID lot, byte[] keyset, String price, @Nullable UUID replaces) {
        return seal(lot, keyset, price, replaces, lot);
    }

    /** The same for a bidder who read the notice of another lot. */
    public Sealed seal(UUID lot, byte[] keyset, String price, @Nullable UUID replaces, UUID read) {
        return seal(draft(lot, read, List.of(), "0".repeat(2 * 32), replaces), keyset, price, false);
    }

    /** The same of a federation that names groups. */
    public Sealed seal(
            UUID lot, byte[] keyset, String price, @Nullable UUID replaces, List<UUID> groups, String rosterHash) {
        return seal(draft(lot, lot, groups, rosterHash, replaces), keyset, price, true);
    }

    /** Groups are named, but how the price is divided is not said. */
    public Sealed sealWithout(UUID lot, byte[] keyset, String price, List<UUID> groups, String rosterHash) {
        return seal(draft(lot, lot, groups, rosterHash, null), keyset, price, false);
    }

    private Draft draft(UUID lot, UUID read, List<UUID> groups, String rosterHash, @Nullable UUID replaces) {
        var notice = house.get(username, "/api/lots/{id}/bidding", read)
                .path("noticeDigest")
                .asString();
        return new Draft(Ids.next(), lot, notice, house.body(username), groups, rosterHash, replaces);
    }

    private static Sealed seal(Draft draft, byte[] keyset, String price, boolean allocated) {
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("price", price.getBytes(StandardCharsets.UTF_8));
        if (allocated) contents.put("allocation", ("{" + price + "}").getBytes(StandardCharsets.UTF_8));
        return Sealer.seal(draft, keyset, contents, RANDOM);
    }

    public static UUID id(Sealed sealed) {
        return Manifest.read(sealed.manifest()).core().envelopeId();
    }

    /** Sends all pieces of ciphertext. */
    public void upload(UUID lot, UUID envelope, Sealed sealed) {
        sealed.chunks()
                .values()
                .forEach(chunks -> chunks.forEach(chunk ->
                        put(lot, envelope, sha256(chunk), chunk).expectStatus().isNoContent()));
    }

    public ResponseSpec put(UUID lot, UUID envelope, String digest, byte[] content) {
        return house.as(username)
                .put()
                .uri("/api/lots/{lot}/envelopes/{id}/chunks/{digest}", lot, envelope, digest)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(content)
                .exchange();
    }

    public ResponseSpec give(UUID lot, byte[] manifest) {
        return house.post(
                username,
                Map.of("manifest", base64(manifest), "signature", base64(sign(manifest)), "key", key),
                "/api/lots/{id}/bids",
                lot);
    }

    public ResponseSpec withdraw(UUID envelope) {
        return house.post(
                username,
                Map.of(
                        "signature",
                        base64(sign(("goufu-withdraw/1|" + envelope).getBytes(StandardCharsets.UTF_8))),
                        "key",
                        key),
                "/api/bids/{id}/withdrawal",
                envelope);
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] sign(byte[] message) {
        return signed(pair, message);
    }

    static byte[] signed(KeyPair pair, byte[] message) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals a whole bid, part by part. */
    public Sealed seal(UUID lot, byte[] keyset, SequencedMap<String, byte[]> contents) {
        return seal(lot, keyset, contents, List.of(), "0".repeat(2 * 32));
    }

    /** In the place of an earlier bid. */
    public Sealed reseal(UUID lot, byte[] keyset, SequencedMap<String, byte[]> contents, UUID replaces) {
        return Sealer.seal(draft(lot, lot, List.of(), "0".repeat(2 * 32), replaces), keyset, contents, RANDOM);
    }

    /** The same in the name of others, too. */
    public Sealed seal(
            UUID lot, byte[] keyset, SequencedMap<String, byte[]> contents, List<UUID> others, String rosterHash) {
        return Sealer.seal(draft(lot, lot, others, rosterHash, null), keyset, contents, RANDOM);
    }
}
