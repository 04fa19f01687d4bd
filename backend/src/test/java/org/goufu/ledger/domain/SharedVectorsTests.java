package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.goufu.ledger.domain.Receipt.Finding;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trees and receipts that the browser's own core reads too: both must come to the same.
 *
 * <p>Written anew with {@code -Dgoufu.vectors.write}, from a seed.
 */
class SharedVectorsTests {
    private static final Path FILE = Path.of("src/test/resources/ledger/vectors.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ORIGIN = "goufu.example.org/ledger";
    private static final int RECEIPTS = 60;

    /** @param leaves the tree over {@code "act 0"}, {@code "act 1"}, ... has so many */
    record Tree(int leaves, String root) {}

    /** @param fault null for a good one */
    record Shown(String text, String fault) {}

    record Vectors(String key, List<Tree> trees, List<Shown> receipts) {}

    @Test
    void areWhatThisCoreMakesOfThem() throws IOException, GeneralSecurityException {
        var made = made();
        if (System.getProperty("goufu.vectors.write") != null) {
            Files.writeString(FILE, JSON.writeValueAsString(made) + "\n");
        }
        var kept = JSON.readValue(Files.readString(FILE), Vectors.class);
        assertThat(kept).isEqualTo(made);
        var trusted = Verifier.read(kept.key());
        for (var shown : kept.receipts()) {
            var finding = Receipt.read(shown.text()).check(trusted);
            assertThat(finding instanceof Finding.Bad bad ? bad.fault().name() : null)
                    .isEqualTo(shown.fault());
        }
        assertThat(kept.receipts().stream().map(Shown::fault).collect(Collectors.toSet()))
                .contains(null, "SIGNATURE", "CHECKPOINT", "ENTRY");
    }

    private static Vectors made() throws GeneralSecurityException {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(9162);
        var secret = new byte[32];
        dice.nextBytes(secret);
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
        var verifier = Verifier.of(
                ORIGIN,
                new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded());
        var sizes = new TreeSet<>(List.of(127, 128, 129, 255, 256, 257, 300));
        IntStream.rangeClosed(0, 40).forEach(sizes::add);
        var trees = sizes.stream()
                .map(size -> new Tree(
                        size, MerkleTests.recursive(MerkleTests.leaves(size)).base64()))
                .toList();
        var receipts = new ArrayList<Shown>();
        for (int i = 0; i < RECEIPTS; i++) receipts.add(shown(dice, i, verifier, key));
        return new Vectors(verifier.text(), trees, receipts);
    }

    private static Shown shown(RandomGenerator dice, int round, Verifier verifier, PrivateKey key) {
        int size = 1 + dice.nextInt(300);
        int index = dice.nextInt(size);
        var salt = new byte[Entry.SALT_LENGTH];
        dice.nextBytes(salt);
        var act = ("{\"kind\":\"NOTICE_PUBLISHED\",\"number\":\"试验 " + round + "\"}").getBytes(StandardCharsets.UTF_8);
        var leaves = new ArrayList<>(MerkleTests.leaves(size));
        leaves.set(index, Hash.leaf(Entry.commitment(salt, act)));
        var path = org.goufu.ledger.domain.Path.inclusion(index, size).stream()
                .map(part -> MerkleTests.recursive(leaves.subList((int) part.first(), (int) part.end())))
                .toList();
        int fate = round % 6;
        var origin = fate == 1 ? "another/ledger" : ORIGIN;
        var root = fate == 2 ? Hash.leaf(new byte[] {7}) : MerkleTests.recursive(leaves);
        var note = SignedNote.sign(new Checkpoint(origin, size, root).text(), verifier, key);
        if (fate == 3) note = note.replaceFirst("\n" + size + "\n", "\n" + (size + 1) + "\n");
        if (fate == 4) act[2] ^= 1;
        var fault = switch (fate) {
            case 1 -> "CHECKPOINT";
            case 2, 4 -> "ENTRY";
            case 3 -> "SIGNATURE";
            default -> null;
        };
        return new Shown(new Receipt(index, salt, act, path, note).text(), fault);
    }
}
