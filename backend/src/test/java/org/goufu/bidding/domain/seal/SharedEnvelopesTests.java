package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/**
 * Envelopes that one core sealed and the other opens, good ones and damaged ones: both must come to the same.
 *
 * <p>What is kept is written anew with {@code -Dgoufu.vectors.write}; {@code src/bench/seal-exchange.sh} lets the cores exchange
 * thousands.
 */
class SharedEnvelopesTests {
    private static final Path KEPT = Path.of("src/test/resources/seal");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FEW = 12;
    private static final String WORDS = "竹林里的小路 8";

    /** @param d the secret half */
    record Holder(String d, String pub) {}

    /** @param contentHash SHA-256 in hexadecimal */
    record Segment(String id, List<String> chunks, String cek, String contentHash) {}

    /** @param fault null for a good one */
    record Envelope(
            String keyset,
            List<Holder> holders,
            String manifest,
            String signer,
            String signature,
            List<Segment> segments,
            @Nullable String fault) {}

    @Test
    void whatTheBrowserSealedIsOpenedOrRefusedAlike() throws IOException {
        verify(KEPT.resolve("from-browser.jsonl"), FEW);
    }

    @Test
    void whatThisCoreSealedIsOpenedOrRefused() throws Exception {
        if (System.getProperty("goufu.vectors.write") != null) write(KEPT.resolve("from-server.jsonl"), FEW);
        verify(KEPT.resolve("from-server.jsonl"), FEW);
    }

    @Test
    void aKeyFileOfTheBrowserOpensHereAndOneOfThisCoreThere() throws IOException {
        var own = KEPT.resolve("key-from-server.json");
        if (System.getProperty("goufu.vectors.write") != null) {
            var dice = SealFixtures.dice(600);
            Files.write(own, PassphraseFile.of(KeyPair.made(dice), WORDS, dice).write());
        }
        for (var file : List.of(own, KEPT.resolve("key-from-browser.json"))) {
            var secret = PassphraseFile.read(Files.readAllBytes(file));
            assertThat(secret.keys(WORDS).kid()).isEqualTo(secret.about());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "goufu.seal.write", matches = ".+")
    void thousandsForTheBrowser() throws Exception {
        write(Path.of(System.getProperty("goufu.seal.write")), Integer.getInteger("goufu.seal.rounds", FEW));
    }

    @Test
    @EnabledIfSystemProperty(named = "goufu.seal.read", matches = ".+")
    void thousandsFromTheBrowser() throws IOException {
        verify(Path.of(System.getProperty("goufu.seal.read")), Integer.getInteger("goufu.seal.rounds", FEW));
    }

    private static void verify(Path file, int least) throws IOException {
        var faults = new HashSet<@Nullable String>();
        int count = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var envelope = JSON.readValue(line, Envelope.class);
                assertThat(faultOf(envelope)).as("envelope " + count).isEqualTo(envelope.fault());
                faults.add(envelope.fault());
                count++;
            }
        }
        assertThat(count).isGreaterThanOrEqualTo(least);
        assertThat(faults).contains(null, "MALFORMED", "SIGNATURE", "KEYSET", "CHUNK", "SHARE", "COMMIT");
    }

    private static @Nullable String faultOf(Envelope envelope) throws IOException {
        try {
            var manifest = Manifest.read(Bytes.ofBase64(envelope.manifest()));
            manifest.mustBeSignedBy(Bytes.ofBase64(envelope.signer()), Bytes.ofBase64(envelope.signature()));
            var opener = SealFixtures.opener(manifest, Bytes.ofBase64(envelope.keyset()));
            for (var segment : envelope.segments()) {
                var shares = envelope.holders().stream()
                        .map(holder -> KeyPair.of(Bytes.ofBase64(holder.d())))
                        .map(holder -> opener.share(segment.id(), holder))
                        .toList();
                opener.key(segment.id(), shares);
                var content = new ByteArrayOutputStream();
                opener.content(
                        segment.id(),
                        Bytes.ofBase64(segment.cek()),
                        i -> Bytes.ofBase64(segment.chunks().get(i)),
                        content);
                assertThat(Bytes.hex(Bytes.sha256(content.toByteArray()))).isEqualTo(segment.contentHash());
            }
            return null;
        } catch (SealException refused) {
            return refused.fault().name();
        }
    }

    private static void write(Path file, int count) throws IOException, GeneralSecurityException {
        var dice = SealFixtures.dice(512);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                lines.write(JSON.writeValueAsString(damaged(envelope(dice, lengths(dice, i, count)), i, dice)));
                lines.newLine();
            }
        }
    }

    /** The few that are kept are small; among thousands are also the edges of chunks. */
    private static int[] lengths(RandomGenerator dice, int round, int count) {
        var edges = new int[] {0, 1, 4087, 4088, 4089, -9, -8, -7, 0, 1, Core.CHUNK_SIZE + 5};
        if (round >= edges.length || round > 4 && count == FEW) {
            return dice.ints(1 + dice.nextInt(3), 0, 3000).toArray();
        }
        return new int[] {round > 4 ? Core.CHUNK_SIZE + edges[round] : edges[round]};
    }

    private static Envelope envelope(RandomGenerator dice, int... lengths) throws GeneralSecurityException {
        var house = SealFixtures.house(dice, new int[] {1 + dice.nextInt(2), 2}, new int[] {1, 1});
        var made = SealFixtures.made(dice, house, lengths);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(pair.getPrivate());
        signer.update(made.sealed().manifest());
        var encoded = ((ECPublicKey) pair.getPublic()).getEncoded();
        var segments = new ArrayList<Segment>();
        made.contents()
                .forEach((id, content) -> segments.add(new Segment(
                        id,
                        made.sealed().chunks().get(id).stream()
                                .map(Bytes::base64)
                                .toList(),
                        Bytes.base64(made.sealed().keys().get(id)),
                        Bytes.hex(Bytes.sha256(content)))));
        return new Envelope(
                Bytes.base64(house.document()),
                house.everybody()
                        .map(keys -> new Holder(Bytes.base64(keys.privateKey()), Bytes.base64(keys.publicKey())))
                        .toList(),
                Bytes.base64(made.sealed().manifest()),
                Bytes.base64(Arrays.copyOfRange(encoded, encoded.length - Hpke.PUBLIC_LENGTH, encoded.length)),
                Bytes.base64(signer.sign()),
                segments,
                null);
    }

    private static Envelope damaged(Envelope good, int round, RandomGenerator dice) {
        var first = good.segments().getFirst();
        return switch (round < 5 ? 0 : round % 7) {
            case 1 ->
                with(
                        good,
                        good.keyset(),
                        good.holders(),
                        flipped(good.manifest(), 0),
                        good.signature(),
                        first,
                        "MALFORMED");
            case 2 ->
                with(
                        good,
                        good.keyset(),
                        good.holders(),
                        good.manifest(),
                        flipped(good.signature(), 40),
                        first,
                        "SIGNATURE");
            case 3 -> {
                var other = Bytes.base64(SealFixtures.small(dice).document());
                yield with(good, other, good.holders(), good.manifest(), good.signature(), first, "KEYSET");
            }
            case 4 -> {
                var chunks = new ArrayList<>(first.chunks());
                chunks.set(0, flipped(chunks.getFirst(), dice.nextInt(4000)));
                var bad = new Segment(first.id(), chunks, first.cek(), first.contentHash());
                yield with(good, good.keyset(), good.holders(), good.manifest(), good.signature(), bad, "CHUNK");
            }
            case 5 -> {
                var stranger = KeyPair.made(dice);
                var holders =
                        List.of(new Holder(Bytes.base64(stranger.privateKey()), Bytes.base64(stranger.publicKey())));
                yield with(good, good.keyset(), holders, good.manifest(), good.signature(), first, "SHARE");
            }
            case 6 -> {
                var bad = new Segment(
                        first.id(), first.chunks(), flipped(first.cek(), dice.nextInt(32)), first.contentHash());
                yield with(good, good.keyset(), good.holders(), good.manifest(), good.signature(), bad, "COMMIT");
            }
            default -> good;
        };
    }

    private static Envelope with(
            Envelope good,
            String keyset,
            List<Holder> holders,
            String manifest,
            String signature,
            Segment first,
            String fault) {
        var segments = new ArrayList<>(good.segments());
        segments.set(0, first);
        return new Envelope(keyset, holders, manifest, good.signer(), signature, segments, fault);
    }

    private static String flipped(String base64, int place) {
        var bytes = Bytes.ofBase64(base64);
        bytes[place] ^= 4;
        return Bytes.base64(bytes);
    }
}
