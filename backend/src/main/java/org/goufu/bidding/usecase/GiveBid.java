package org.goufu.bidding.usecase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.bidding.domain.seal.EcdsaP256;
import org.goufu.bidding.domain.seal.Holders;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.bidding.usecase.TakeBids.Incoming;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives, replaces and withdraws a bid; what can be seen from the envelope alone is seen before anything is locked. */
@Component
public class GiveBid {
    private static final int MOST_LOTS = 1_000;
    private static final int MOST_KEYS = 10_000;

    private final MakeBoxes making;
    private final Boxes boxes;
    private final KnownHolders holders;
    private final SigningKeys keys;
    private final TakeBids taking;
    private final Remembered<UUID, UUID> withBox = new Remembered<>(MOST_LOTS);
    private final Remembered<UUID, Signer> signers = new Remembered<>(MOST_KEYS);

    GiveBid(MakeBoxes making, Boxes boxes, KnownHolders holders, SigningKeys keys, TakeBids taking) {
        this.making = making;
        this.boxes = boxes;
        this.holders = holders;
        this.keys = keys;
        this.taking = taking;
    }

    /** @param key which of the body's keys made the signature over the manifest's bytes */
    public record Given(byte[] manifest, byte[] signature, UUID key) {}

    /** Whose key it is, and how to verify by it. */
    private record Signer(UUID body, EcdsaP256.Verifier key) {
        static @Nullable Signer of(SigningKey found) {
            var verifier = EcdsaP256.verifier(found.point());
            return verifier == null ? null : new Signer(found.body(), verifier);
        }
    }

    /** An accepted act. */
    public record Accepted(UUID envelope, BidAct.Kind kind, Instant at) {}

    /** Fails with a {@link BidProblem}; the same bid again has the same answer. */
    public Mono<Accepted> by(Actor actor, UUID lot, Given given) {
        return Mono.fromSupplier(() -> read(given.manifest()))
                .delayUntil(manifest -> fits(manifest, actor, lot))
                .delayUntil(manifest -> signed(given.key(), actor, given.manifest(), given.signature()))
                .flatMap(manifest -> take(new Incoming(
                        act(actor, manifest, given),
                        chunks(manifest),
                        manifest.core().noticeHash(),
                        manifest.core().keysetHash(),
                        manifest.core().actingFor(),
                        manifest.core().rosterHash())));
    }

    private static Manifest read(byte[] bytes) {
        try {
            return Manifest.read(bytes);
        } catch (SealException malformed) {
            throw BidProblem.MANIFEST_UNREADABLE.raise(List.of(FieldProblem.of("/manifest", "manifest-unreadable")));
        }
    }

    private Mono<Void> fits(Manifest manifest, Actor actor, UUID lot) {
        var core = manifest.core();
        if (!core.lotId().equals(lot) || !core.orgId().equals(actor.organization())) {
            return Mono.error(BidProblem.OF_ANOTHER::raise);
        }
        if (core.actingFor().isEmpty() == core.isAllocated()) return Mono.error(BidProblem.ALLOCATION_MISSING::raise);
        return withBox.or(lot, making.box(lot).map(Box::lot))
                // Whether the document is the one that holds is asked when the bid is decided about.
                .flatMap(found -> holders.find(found, core.keysetHash()))
                .filter(these -> isSealedTo(manifest, these))
                .switchIfEmpty(Mono.error(BidProblem.KEYS_CHANGED::raise))
                .then();
    }

    private static boolean isSealedTo(Manifest manifest, Holders holders) {
        try {
            manifest.mustBeSealedTo(holders);
            return true;
        } catch (SealException others) {
            return false;
        }
    }

    /** Whether the key still holds is asked when the bid is decided about. */
    private Mono<Void> signed(UUID key, Actor actor, byte[] message, byte[] signature) {
        return signers.or(key, keys.find(Set.of(key)).next().mapNotNull(Signer::of))
                .filter(found -> found.body().equals(actor.organization()))
                .switchIfEmpty(Mono.error(BidProblem.KEY_UNKNOWN::raise))
                .filter(found -> found.key().isSigned(message, signature))
                .switchIfEmpty(Mono.error(BidProblem.SIGNATURE_WRONG::raise))
                .then();
    }

    private static BidAct act(Actor actor, Manifest manifest, Given given) {
        var core = manifest.core();
        return new BidAct(
                core.replaces() == null ? BidAct.Kind.BID_SUBMITTED : BidAct.Kind.BID_REPLACED,
                core.envelopeId(),
                core.lotId(),
                core.orgId(),
                actor.accountId(),
                given.key(),
                given.manifest(),
                given.signature(),
                core.replaces());
    }

    private static Set<String> chunks(Manifest manifest) {
        var chunks = new HashSet<String>();
        manifest.segments().forEach(segment -> chunks.addAll(segment.chunks()));
        return chunks;
    }

    /** What a bidder signs to take a bid back. */
    public static byte[] withdrawal(UUID envelope) {
        return ("goufu-withdraw/1|" + envelope).getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody opens a bid that was taken back (招标投标法 29). Fails with {@code bid/not-found} for another's. */
    public Mono<Accepted> withdraw(Actor actor, UUID envelope, UUID key, byte[] signature) {
        return boxes.lotOf(envelope, actor.organization())
                .delayUntil(lot -> signed(key, actor, withdrawal(envelope), signature))
                .map(lot -> new BidAct(
                        BidAct.Kind.BID_WITHDRAWN,
                        envelope,
                        lot,
                        actor.organization(),
                        actor.accountId(),
                        key,
                        new byte[0],
                        signature,
                        null))
                .flatMap(act -> take(new Incoming(act, Set.of(), "", "", List.of(), "")));
    }

    private Mono<Accepted> take(Incoming incoming) {
        var act = incoming.act();
        return taking.take(incoming).map(at -> new Accepted(act.envelope(), act.kind(), at));
    }
}
