package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.HoldersReplaced;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.domain.HolderGroups;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.usecase.Keysets.Replaced;
import org.goufu.bidding.usecase.Keysets.Replacement;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Replaces a lot's holders while bids are given, when a key to which they are sealed holds no more: later bids are sealed to the new ones,
 * and whoever has bid is asked to seal the same content anew. Bids that stay as they are, those of before open.
 *
 * <p>Each new key was approved by a second person when it came into use; so here the approver alone acts.
 */
@Component
public class ReplaceKeyset {
    private final MakeBoxes making;
    private final Boxes boxes;
    private final Keysets keysets;
    private final HolderKeys keys;
    private final SupervisionKeys supervision;
    private final KeySubjects subjects;
    private final TimeGateKey gate;
    private final PurchaseDirectory purchases;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Transactions transactions;

    ReplaceKeyset(
            MakeBoxes making,
            Boxes boxes,
            Keysets keysets,
            HolderKeys keys,
            SupervisionKeys supervision,
            KeySubjects subjects,
            TimeGateKey gate,
            PurchaseDirectory purchases,
            Outbox outbox,
            Ledger ledger,
            Transactions transactions) {
        this.making = making;
        this.boxes = boxes;
        this.keysets = keysets;
        this.keys = keys;
        this.supervision = supervision;
        this.subjects = subjects;
        this.gate = gate;
        this.purchases = purchases;
        this.outbox = outbox;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** @param key null for the platform's own, of which there is one at a time */
    public record Gone(String kid, @Nullable HolderKey key) {
        public boolean isRevoked() {
            return key != null && key.state() == HolderKey.State.REVOKED;
        }
    }

    /**
     * How a lot's holders stand.
     *
     * @param open whether bids can still be given
     * @param gone keys of the document that hold no more; empty while nothing is to be done
     * @param missing how many people of a group need a key before the holders can be replaced
     * @param last when they were replaced before, null for never
     */
    public record Standing(
            boolean open,
            String keyset,
            List<Gone> gone,
            long missing,
            @Nullable Replaced last) {
        public Standing {
            gone = List.copyOf(gone);
        }
    }

    /** The document that holds, and those who could hold keys of another one. */
    private record Facts(PublishedLot lot, byte[] document, List<HolderKey> department, List<HolderKey> supervision) {
        Keyset standing() {
            return Keyset.read(document);
        }

        List<String> gone(byte[] gate) {
            return HolderGroups.gone(standing(), department, supervision, gate);
        }

        private HolderGroups groups() {
            return HolderGroups.asIn(standing(), lot.method().isBelowLimit());
        }

        long missing() {
            return groups().lacking(department, supervision).people();
        }

        Keyset next(byte[] gate) {
            return groups().of(department, supervision, gate);
        }
    }

    /** Fails with {@code holder/lot-not-found} for another department's, {@code holder/keyset-not-found} while there is none. */
    public Mono<Standing> look(Actor actor, UUID lotId) {
        return ofDepartment(actor, lotId)
                .flatMap(this::facts)
                .flatMap(facts -> Mono.zip(
                                making.box(lotId),
                                Flux.fromIterable(facts.gone(gate.publicKey()))
                                        .concatMap(this::gone)
                                        .collectList(),
                                keysets.lastReplaced(lotId).map(List::of).defaultIfEmpty(List.of()))
                        .map(all -> new Standing(
                                all.getT1().open(),
                                Keyset.hash(facts.document()),
                                all.getT2(),
                                all.getT2().isEmpty() ? 0 : facts.missing(),
                                all.getT3().isEmpty() ? null : all.getT3().getFirst())));
    }

    private Mono<Gone> gone(String kid) {
        return keys.named(kid)
                .map(key -> new Gone(kid, key))
                .onErrorResume(ProblemException.class, unknown -> Mono.just(new Gone(kid, null)));
    }

    /**
     * The id under which it stands in the ledger. Fails with {@code holder/too-late}, {@code holder/keyset-unchanged},
     * {@code holder/keyset-missing}, {@code holder/supervision-missing}, or as {@link #look}.
     */
    public Mono<UUID> by(Actor actor, UUID lotId) {
        return ofDepartment(actor, lotId)
                .delayUntil(lot -> making.box(lotId))
                .flatMap(lot -> transactions.write(boxes.take(lotId)
                        .filter(Box::open)
                        .filter(box -> lot.open())
                        .switchIfEmpty(Mono.error(HolderProblem.TOO_LATE::raise))
                        .flatMap(box -> facts(lot))
                        .flatMap(facts -> replace(actor, facts))));
    }

    private Mono<PublishedLot> ofDepartment(Actor actor, UUID lotId) {
        return purchases
                .lot(lotId)
                .filter(lot -> lot.department().id().equals(actor.department()))
                .switchIfEmpty(Mono.error(HolderProblem.LOT_NOT_FOUND::raise));
    }

    private Mono<Facts> facts(PublishedLot lot) {
        return keysets.find(lot.id())
                .switchIfEmpty(Mono.error(HolderProblem.KEYSET_NOT_FOUND::raise))
                .zipWhen(document -> Mono.zip(
                        keys.enrolledOf(lot.department().id()).collectList(),
                        supervision.enrolledFor(lot.department().id())))
                .map(all -> new Facts(
                        lot, all.getT1(), all.getT2().getT1(), all.getT2().getT2()));
    }

    private Mono<UUID> replace(Actor actor, Facts facts) {
        if (facts.gone(gate.publicKey()).isEmpty()) return Mono.error(HolderProblem.KEYSET_UNCHANGED::raise);
        var next = facts.next(gate.publicKey());
        var lot = facts.lot();
        var replacement =
                new Replacement(Ids.next(), lot.id(), Keyset.hash(facts.document()), next.write(), next.kids());
        return keysets.replace(replacement, actor)
                .then(outbox.append(
                        new HoldersReplaced(replacement.id(), lot.id(), lot.purchaseId(), lot.noticeId(), lot.title())))
                .then(subjects.of(next.write()))
                .flatMap(held -> ledger.enter(List.of(
                        EnteredKey.ofPlatform(gate.publicKey()),
                        EnteredKeyset.replaced(replacement, lot.purchaseId(), held))))
                .thenReturn(replacement.id());
    }
}
