package org.goufu.bidding.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.HolderKeyEnrolled;
import org.goufu.bidding.domain.Challenge;
import org.goufu.bidding.domain.HolderGroups;
import org.goufu.bidding.domain.HolderGroups.Lacking;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A person proposes a key, proves to have its secret half, and opens a dummy with it again before it counts; a second person makes it one of
 * the group's keys, in the ledger, where a false key would be seen.
 */
@Component
public class EnrolKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HolderKeys keys;
    private final SupervisionKeys supervision;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Transactions transactions;

    EnrolKey(HolderKeys keys, SupervisionKeys supervision, Ledger ledger, Outbox outbox, Transactions transactions) {
        this.keys = keys;
        this.supervision = supervision;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    public Mono<HolderKey> propose(Actor actor, byte[] publicKey) {
        return transactions.write(
                Mono.fromSupplier(() -> HolderKey.proposed(actor, publicKey)).flatMap(keys::add));
    }

    /** What its owner is to open now. */
    public Mono<Challenge> ask(Actor actor, UUID id) {
        return transactions.write(keys.get(id)
                .map(key -> key.ownedBy(actor))
                .map(key -> Challenge.to(key, RANDOM))
                .delayUntil(keys::add));
    }

    /** Fails with {@code holder/answer-wrong} unless it is what was in the challenge. */
    public Mono<Void> answer(Actor actor, UUID id, UUID challengeId, byte[] opened) {
        return transactions.write(keys.get(id)
                .map(key -> key.ownedBy(actor))
                .delayUntil(key -> answered(id, challengeId, opened))
                .filter(key -> key.state() == HolderKey.State.PROPOSED)
                .map(HolderKey::proven)
                .flatMap(keys::save)
                .then());
    }

    public Mono<Void> approve(Actor actor, UUID id) {
        return transactions.write(keys.get(id)
                .map(key -> key.approvedBy(actor))
                .flatMap(keys::save)
                .flatMap(key -> ledger.enter(List.of(EnteredKey.enrolled(key)))
                        .then(outbox.append(new HolderKeyEnrolled(key.id())))));
    }

    /**
     * How many people need a key before bids for the department's purchases below or above the limit can be sealed, and whether a
     * supervisor would lack one; for people of no department the latter alone.
     */
    public Mono<Lacking> lacking(Actor actor, boolean belowLimit) {
        var department = actor.departmentId();
        return Mono.zip(
                        department == null
                                ? Mono.just(List.<HolderKey>of())
                                : keys.enrolledOf(department).collectList(),
                        department == null
                                ? keys.enrolledOfSupervision(actor.regionCode()).collectList()
                                : supervision.enrolledFor(department))
                .map(held -> new HolderGroups(belowLimit, true).lacking(held.getT1(), held.getT2()))
                .map(lacking -> department == null ? new Lacking(0, lacking.supervision()) : lacking);
    }

    public Mono<Void> revoke(Actor actor, UUID id) {
        return transactions.write(keys.get(id)
                .flatMap(key -> keys.save(key.revokedBy(actor))
                        .filter(saved -> key.state() == HolderKey.State.ENROLLED)
                        .flatMap(saved -> ledger.enter(List.of(EnteredKey.revoked(saved))))));
    }

    public Mono<Void> wantSupervision(Actor actor, boolean wanted) {
        return transactions.write(keys.wantSupervision(actor.department(), wanted, actor.displayName()));
    }

    private Mono<Void> answered(UUID id, UUID challengeId, byte[] opened) {
        return keys.challenge(id, challengeId)
                .doOnNext(challenge -> challenge.mustBeAnsweredBy(opened))
                .flatMap(keys::answered);
    }
}
