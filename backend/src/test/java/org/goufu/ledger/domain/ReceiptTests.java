package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.goufu.ledger.domain.Receipt.Fault;
import org.goufu.ledger.domain.Receipt.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTests {
    private static final String ORIGIN = "goufu.example.org/ledger";
    private static final KeyPair KEY = key();
    private static final Verifier TRUSTED = verifier(KEY);
    private static final byte[] SALT = new byte[Entry.SALT_LENGTH];
    private static final byte[] ACT = "{\"kind\":\"NOTICE_PUBLISHED\"}".getBytes(StandardCharsets.UTF_8);
    private static final List<Hash> LEAVES =
            List.of(Hash.leaf(new byte[] {1}), Hash.leaf(Entry.commitment(SALT, ACT)), Hash.leaf(new byte[] {3}));

    static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Receipt receipt() {
        var path = List.of(LEAVES.getFirst(), LEAVES.getLast());
        return new Receipt(1, SALT, ACT, path, note(ORIGIN, 3, KEY));
    }

    private static Verifier verifier(KeyPair key) {
        var encoded = key.getPublic().getEncoded();
        return Verifier.of(ORIGIN, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static String note(String origin, long size, KeyPair key) {
        var text = new Checkpoint(origin, size, MerkleTests.recursive(LEAVES)).text();
        return SignedNote.sign(text, verifier(key), key.getPrivate());
    }

    @Test
    void comesBackFromItsFileAndIsGood() {
        var read = Receipt.read(receipt().text());
        assertThat(read.act()).isEqualTo(ACT);
        assertThat(read.check(Verifier.read(TRUSTED.text())))
                .isEqualTo(new Finding.Good(new Checkpoint(ORIGIN, 3, MerkleTests.recursive(LEAVES))));
    }

    @Test
    void namesWhatIsWrong() {
        var good = receipt();
        var forged = "{\"kind\":\"NOTICE_PUBLISHED!\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(new Receipt(1, SALT, forged, good.path(), good.note()).check(TRUSTED))
                .isEqualTo(bad(Fault.ENTRY));
        assertThat(new Receipt(2, SALT, ACT, good.path(), good.note()).check(TRUSTED))
                .isEqualTo(bad(Fault.ENTRY));
        assertThat(new Receipt(1, SALT, ACT, List.of(), good.note()).check(TRUSTED))
                .isEqualTo(bad(Fault.ENTRY));
        assertThat(new Receipt(1, SALT, ACT, good.path(), note(ORIGIN, 3, key())).check(TRUSTED))
                .isEqualTo(bad(Fault.SIGNATURE));
        assertThat(new Receipt(1, SALT, ACT, good.path(), good.note().replace("\n3\n", "\n4\n")).check(TRUSTED))
                .isEqualTo(bad(Fault.SIGNATURE));
        assertThat(new Receipt(1, SALT, ACT, good.path(), note("another/ledger", 3, KEY)).check(TRUSTED))
                .isEqualTo(bad(Fault.CHECKPOINT));
    }

    private static Finding bad(Fault fault) {
        return new Finding.Bad(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra !!\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nnote\n"
            })
    void refusesWhatIsNoReceipt(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Receipt.read(text));
    }

    @Test
    void aKeyWhoseIdIsNotItsOwnIsRefused() {
        var text = TRUSTED.text();
        var parts = text.split("\\+", 3);
        assertThat(Verifier.read(text).text()).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> Verifier.read(parts[0] + "+00000000+" + parts[2]));
    }
}
