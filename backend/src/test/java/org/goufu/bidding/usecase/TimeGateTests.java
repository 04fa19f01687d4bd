package org.goufu.bidding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.goufu.bidding.RehearsalDue;
import org.goufu.bidding.domain.seal.Holders;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Opener;
import org.goufu.bidding.domain.seal.Sealer;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The gate gives its share when the box is sealed, and never before. */
class TimeGateTests {
    private static final RandomGenerator DICE =
            RandomGeneratorFactory.of("L64X128MixRandom").create(36);

    @TempDir
    Path directory;

    private TimeGateKey key;
    private KeyPair officer;
    private byte[] document;
    private Sealer.Sealed sealed;

    @BeforeEach
    void sealABid() {
        key = new TimeGateKey(new SealSettings("", directory.resolve("seal-key.pem")), true);
        officer = KeyPair.made(DICE);
        document = new Keyset(List.of(
                        new Keyset.Group("department", 1, List.of(Keyset.Member.of(officer.publicKey()))),
                        new Keyset.Group("platform", 1, List.of(Keyset.Member.of(key.publicKey())))))
                .write();
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("price", new byte[] {9, 8});
        contents.put("tech", new byte[100]);
        var draft =
                new Sealer.Draft(Ids.next(), Ids.next(), "1".repeat(64), Ids.next(), List.of(), "2".repeat(64), null);
        sealed = Sealer.seal(draft, document, contents, DICE);
    }

    @Test
    void beforeTheBoxIsSealedItGivesNothing() {
        StepVerifier.create(gate(false).release(manifest(), List.of("price")))
                .verifyErrorMessage("holder/still-sealed");
    }

    @Test
    void afterwardsItsShareAndAnOfficersOpenTheSegmentsOfTheStage() {
        var released = gate(true).release(manifest(), List.of("tech")).block();
        assertThat(released).extracting(TimeGate.Released::segment).containsExactly("tech");
        var opener = new Opener(manifest(), Holders.of(document));
        var shares = List.of(released.getFirst().share(), opener.share("tech", officer));
        assertThat(opener.key("tech", shares)).isEqualTo(sealed.keys().get("tech"));
    }

    @Test
    void theKeyIsKeptForItsOwnerAlone() throws IOException {
        var file = directory.resolve("seal-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var again = new TimeGateKey(new SealSettings("", file), true);
        assertThat(again.publicKey()).isEqualTo(key.publicKey());
        var given = new TimeGateKey(new SealSettings(Files.readString(file), directory.resolve("none")), false);
        assertThat(given.publicKey()).isEqualTo(key.publicKey());
    }

    private Manifest manifest() {
        return Manifest.read(sealed.manifest());
    }

    private TimeGate gate(boolean due) {
        SealedBids bids = (lot, envelope) -> Mono.just(due);
        var keysets = new Keysets() {
            @Override
            public Mono<byte[]> find(UUID lotId) {
                return Mono.error(new AssertionError("a bid names its own document"));
            }

            @Override
            public Mono<byte[]> find(UUID lotId, String digest) {
                return digest.equals(Keyset.hash(document)) ? Mono.just(document) : Mono.empty();
            }

            @Override
            public Mono<byte[]> freeze(PublishedLot lot, byte[] frozen, List<String> kids) {
                return Mono.just(document);
            }

            @Override
            public Mono<Void> replace(Replacement replacement, Actor by) {
                return Mono.empty();
            }

            @Override
            public Mono<Replaced> lastReplaced(UUID lotId) {
                return Mono.empty();
            }

            @Override
            public Flux<RehearsalDue> due() {
                return Flux.empty();
            }
        };
        return new TimeGate(bids, new KnownHolders(keysets), key);
    }
}
