package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.bidding.domain.seal.Opener.OpenedShare;
import org.goufu.bidding.domain.seal.SealFixtures.House;
import org.goufu.bidding.domain.seal.SealFixtures.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {
    /** 2,000 with {@code -Dgoufu.seal.rounds=2000}. */
    private static final int ROUNDS = Integer.getInteger("goufu.seal.rounds", 60);

    private static final int CHUNK = Core.CHUNK_SIZE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4087, 4088, 4089, CHUNK - 9, CHUNK - 8, CHUNK - 7, CHUNK, CHUNK + 1, 5 * CHUNK + 3})
    void whatWasSealedIsOpened(int length) throws IOException {
        var dice = SealFixtures.dice(length);
        opensFor(SealFixtures.made(dice, SealFixtures.small(dice), length));
    }

    @Test
    void randomEnvelopesAreOpened() throws IOException {
        var dice = SealFixtures.dice(9180);
        for (int round = 0; round < ROUNDS; round++) {
            int n = 1 + dice.nextInt(4);
            var house =
                    SealFixtures.house(dice, new int[] {1 + dice.nextInt(n), n}, new int[] {1, 1}, new int[] {1, 2});
            var lengths = dice.ints(1 + dice.nextInt(4), 0, 20_000).toArray();
            opensFor(SealFixtures.made(dice, house, lengths));
        }
    }

    private static void opensFor(Made made) throws IOException {
        var manifest = made.manifest();
        var opener = SealFixtures.opener(manifest, made.house().document());
        for (var segment : manifest.segments()) {
            var shares = made.house()
                    .everybody()
                    .map(holder -> opener.share(segment.id(), holder))
                    .toList();
            assertThat(opened(opener, made, segment.id(), opener.key(segment.id(), shares)))
                    .isEqualTo(made.contents().get(segment.id()));
            assertThat(opened(opener, made, segment.id(), made.sealed().keys().get(segment.id())))
                    .isEqualTo(made.contents().get(segment.id()));
        }
    }

    private static byte[] opened(Opener opener, Made made, String segment, byte[] key) throws IOException {
        var content = new ByteArrayOutputStream();
        opener.content(segment, key, made.sealed().chunks().get(segment)::get, content);
        return content.toByteArray();
    }

    static List<int[][]> structures() {
        var structures = new ArrayList<int[][]>();
        for (var department :
                List.of(new int[] {1, 1}, new int[] {1, 2}, new int[] {2, 2}, new int[] {2, 3}, new int[] {3, 4}))
            for (var supervision : List.of(new int[] {1, 1}, new int[] {1, 2}, new int[] {2, 2}, new int[] {2, 3}))
                structures.add(new int[][] {department, {1, 1}, supervision});
        return structures;
    }

    /** security.md T-SHARE: of all subsets of shares exactly those open that have enough of every group. */
    @ParameterizedTest
    @MethodSource("structures")
    void exactlyTheQualifiedSubsetsOpen(int[][] structure) {
        var dice = SealFixtures.dice(Arrays.deepHashCode(structure));
        var house = SealFixtures.house(dice, structure);
        var made = SealFixtures.made(dice, house, 100);
        var opener = SealFixtures.opener(made.manifest(), house.document());
        var shares =
                house.everybody().map(holder -> opener.share("price", holder)).toList();
        for (int chosen = 0; chosen < 1 << shares.size(); chosen++) {
            int subset = chosen;
            var some = IntStream.range(0, shares.size())
                    .filter(i -> (subset >> i & 1) == 1)
                    .mapToObj(shares::get)
                    .toList();
            if (qualified(structure, chosen)) {
                assertThat(opener.key("price", some))
                        .isEqualTo(made.sealed().keys().get("price"));
            } else {
                assertRefused(Fault.QUORUM, () -> opener.key("price", some));
            }
        }
    }

    private static boolean qualified(int[][] structure, int chosen) {
        int at = 0;
        for (var group : structure) {
            if (Integer.bitCount(chosen >> at & (1 << group[1]) - 1) < group[0]) return false;
            at += group[1];
        }
        return true;
    }

    /** Fewer shares than needed do not merely not open: they fit every secret equally well. */
    @Test
    void tooFewSharesGiveAnotherKey() {
        var dice = SealFixtures.dice(3);
        var secret = SealFixtures.bytes(dice, 32);
        var parts = Shamir.split(secret, 3, 5, dice);
        var two = new LinkedHashMap<Integer, byte[]>();
        two.put(1, parts.get(0));
        two.put(4, parts.get(3));
        assertThat(Shamir.combine(two)).isNotEqualTo(secret);
        two.put(5, parts.get(4));
        assertThat(Shamir.combine(two)).isEqualTo(secret);
    }

    @Test
    void aManifestWithAnyFlippedBitIsRefused() throws GeneralSecurityException {
        var dice = SealFixtures.dice(7);
        var made = SealFixtures.made(dice, SealFixtures.small(dice), 10, 10);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(pair.getPrivate());
        signer.update(made.sealed().manifest());
        var signature = signer.sign();
        var key = point((ECPublicKey) pair.getPublic());
        made.manifest().mustBeSignedBy(key, signature);
        eachFlipped(
                made.sealed().manifest(),
                flipped -> assertThatThrownBy(() -> Manifest.read(flipped).mustBeSignedBy(key, signature))
                        .isInstanceOf(SealException.class));
        eachFlipped(
                signature,
                flipped -> assertRefused(Fault.SIGNATURE, () -> made.manifest().mustBeSignedBy(key, flipped)));
        assertRefused(Fault.SIGNATURE, () -> made.manifest().mustBeSignedBy(key, new byte[0]));
        assertRefused(Fault.SIGNATURE, () -> made.manifest().mustBeSignedBy(new byte[65], signature));
    }

    /** Also without a signature nothing opens that is not as it was sealed. */
    @Test
    void everyOtherFlippedBitIsRefusedByName() throws IOException {
        var dice = SealFixtures.dice(8);
        var made = SealFixtures.made(dice, SealFixtures.small(dice), 10);
        var opener = SealFixtures.opener(made.manifest(), made.house().document());
        var key = made.sealed().keys().get("price");
        var chunk = made.sealed().chunks().get("price").getFirst();
        eachFlipped(key, flipped -> assertRefused(Fault.COMMIT, () -> opened(opener, made, "price", flipped)));
        eachFlipped(
                chunk,
                flipped -> assertRefused(
                        Fault.CHUNK, () -> opener.content("price", key, i -> flipped, new ByteArrayOutputStream())));
        eachFlipped(
                made.house().document(),
                flipped -> assertRefused(Fault.KEYSET, () -> SealFixtures.opener(made.manifest(), flipped)));
        var holder = made.house().everybody().findFirst().orElseThrow();
        var share = opener.share("price", holder);
        eachFlipped(
                share.value(),
                flipped -> assertRefused(
                        Fault.SHARE_HASH, () -> opener.mustBePromised("price", new OpenedShare(share.kid(), flipped))));
        var box = made.manifest().segment("price").shares().getFirst().box();
        var info = Sharing.info(made.manifest().coreHash(), "price", "department");
        var aad = Sharing.aad(holder.kid(), 1);
        assertThat(Hpke.open(holder, info, aad, box)).isEqualTo(share.value());
        eachFlipped(
                box.ciphertext(),
                flipped -> assertRefused(
                        Fault.SHARE, () -> Hpke.open(holder, info, aad, new Hpke.Box(box.enc(), flipped))));
        eachFlipped(
                box.enc(),
                flipped -> assertRefused(
                        Fault.SHARE, () -> Hpke.open(holder, info, aad, new Hpke.Box(flipped, box.ciphertext()))));
        eachFlipped(info, flipped -> assertRefused(Fault.SHARE, () -> Hpke.open(holder, flipped, aad, box)));
        eachFlipped(aad, flipped -> assertRefused(Fault.SHARE, () -> Hpke.open(holder, info, flipped, box)));
    }

    @Test
    void chunksOfAnotherPlaceSegmentOrEnvelopeAreRefused() {
        var key = new SegmentKey(new byte[32], new byte[32], "price");
        var chunk = key.seal(0, true, new byte[] {1, 2, 3});
        assertThat(key.open(0, true, chunk)).containsExactly(1, 2, 3);
        assertRefused(Fault.CONTENT, () -> key.open(1, true, chunk));
        assertRefused(Fault.CONTENT, () -> key.open(0, false, chunk));
        assertRefused(Fault.CONTENT, () -> new SegmentKey(new byte[32], new byte[32], "tech").open(0, true, chunk));
        var other = new byte[32];
        other[0] = 1;
        assertRefused(Fault.CONTENT, () -> new SegmentKey(new byte[32], other, "price").open(0, true, chunk));
    }

    /** A bidder who seals shares of another key than the one that he committed to does not open to anything. */
    @Test
    void anEnvelopeThatPromisesAnotherKeyIsRefused() {
        var dice = SealFixtures.dice(11);
        var made = SealFixtures.made(dice, SealFixtures.small(dice), 10);
        var honest = made.manifest().segment("price");
        var lying =
                new Manifest.Segment("price", honest.paddedLen(), "ab".repeat(32), honest.chunks(), honest.shares());
        var opener = SealFixtures.opener(
                new Manifest(
                        made.sealed().manifest(),
                        made.manifest().coreHash(),
                        made.manifest().core(),
                        List.of(lying)),
                made.house().document());
        var shares = made.house()
                .everybody()
                .map(holder -> opener.share("price", holder))
                .toList();
        assertRefused(Fault.COMMIT, () -> opener.key("price", shares));
    }

    @Test
    void aStrangerAndAHolderOfAnotherKeysetOpenNothing() {
        var dice = SealFixtures.dice(12);
        var made = SealFixtures.made(dice, SealFixtures.small(dice), 10);
        var opener = SealFixtures.opener(made.manifest(), made.house().document());
        assertRefused(Fault.SHARE, () -> opener.share("price", KeyPair.made(dice)));
        House other = SealFixtures.small(dice);
        assertRefused(Fault.KEYSET, () -> SealFixtures.opener(made.manifest(), other.document()));
    }

    @Test
    void paddingHidesTheLength() {
        assertThat(Padding.padded(0)).isEqualTo(Padding.padded(90)).isEqualTo(4096);
        assertThat(Padding.padded(4088)).isEqualTo(4096);
        for (long length = 4089; length < 300_000_000; length += length / 3) {
            long padded = Padding.padded(length);
            assertThat(padded).isGreaterThanOrEqualTo(length + 8).isLessThan((long) (length * 1.125) + 8);
            assertThat(Padding.isPadded(padded)).isTrue();
            assertThat(Padding.padded(padded - 8)).isEqualTo(padded);
        }
    }

    @Test
    void aSecretFileOpensWithItsPassphraseOnly() {
        var dice = SealFixtures.dice(13);
        var keys = KeyPair.made(dice);
        var file = PassphraseFile.read(PassphraseFile.of(keys, "竹林里的小路 8", dice).write());
        assertThat(file.keys("竹林里的小路 8")).usingRecursiveComparison().isEqualTo(keys);
        assertRefused(Fault.PASSPHRASE, () -> file.keys("竹林里的小路 9"));
        var bytes = file.write();
        for (int i = 0; i < bytes.length; i += 37) {
            var flipped = bytes.clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> PassphraseFile.read(flipped).keys("竹林里的小路 8"))
                    .isInstanceOf(SealException.class);
        }
    }

    private static byte[] point(ECPublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Hpke.PUBLIC_LENGTH, encoded.length);
    }

    private static void eachFlipped(byte[] bytes, Consumer<byte[]> check) {
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += 5) {
            var flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            check.accept(flipped);
        }
    }

    private static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(call)
                .extracting(SealException::fault)
                .isEqualTo(fault);
    }
}
