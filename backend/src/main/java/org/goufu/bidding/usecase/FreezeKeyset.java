package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroups;
import org.goufu.bidding.domain.HolderGroups.Lacking;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.usecase.FrozenKeysets.Frozen;
import org.goufu.kernel.ProblemException;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Freezes to whom a lot's bids are sealed: when it is published, or when first a bid is prepared if the department's keys came later.
 *
 * <p>From then on the document never changes, its digest stands in the ledger, and only {@link ReplaceKeyset} puts another one in its place: two bidders of a lot cannot be
 * shown different holders.
 */
@Component
public class FreezeKeyset {
    private final Keysets keysets;
    private final AwaitedKeysets waiting;
    private final HolderKeys keys;
    private final SupervisionKeys supervision;
    private final KeySubjects subjects;
    private final TimeGateKey gate;
    private final PurchaseDirectory purchases;
    private final Ledger ledger;
    private final Transactions transactions;

    FreezeKeyset(
            Keysets keysets,
            AwaitedKeysets waiting,
            HolderKeys keys,
            SupervisionKeys supervision,
            KeySubjects subjects,
            TimeGateKey gate,
            PurchaseDirectory purchases,
            Ledger ledger,
            Transactions transactions) {
        this.keysets = keysets;
        this.waiting = waiting;
        this.keys = keys;
        this.supervision = supervision;
        this.subjects = subjects;
        this.gate = gate;
        this.purchases = purchases;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** The document that holds now; fails with {@code holder/keyset-not-found}. */
    public Mono<byte[]> frozen(UUID lotId) {
        return keysets.find(lotId).switchIfEmpty(Mono.error(HolderProblem.KEYSET_NOT_FOUND::raise));
    }

    /** The document of this digest, in hexadecimal digits, which holds now or held before; fails with {@code holder/keyset-not-found}. */
    public Mono<byte[]> frozen(UUID lotId, String digest) {
        return keysets.find(lotId, digest).switchIfEmpty(Mono.error(HolderProblem.KEYSET_NOT_FOUND::raise));
    }

    /** The document, which is frozen now if it was not before; fails with {@code holder/keyset-missing} while people lack keys. */
    public Mono<byte[]> of(UUID lotId) {
        return keysets.find(lotId)
                .switchIfEmpty(Mono.defer(() -> transactions.write(facts(lotId).flatMap(this::freeze))));
    }

    /** The same; where people lack keys, they are asked for them meanwhile. */
    Mono<Void> orAwait(UUID lotId) {
        return of(lotId)
                .then()
                .onErrorResume(
                        FreezeKeyset::isTooEarly,
                        early -> transactions.write(facts(lotId).flatMap(this::await)));
    }

    /** The last key may have come meanwhile. */
    private Mono<Void> await(Facts facts) {
        var lacking = facts.lacking();
        if (lacking.people() == 0) return freeze(facts).then();
        var lot = facts.lot().id();
        var department = facts.lot().department().id();
        return lacking.supervision() == 0
                ? waiting.await(lot, department, null)
                : supervision.region(department).flatMap(region -> waiting.await(lot, department, region));
    }

    private static boolean isTooEarly(Throwable failure) {
        return failure instanceof ProblemException refused
                && (refused.problem() == HolderProblem.KEYSET_MISSING
                        || refused.problem() == HolderProblem.SUPERVISION_MISSING);
    }

    /** A lot, and who could open it. */
    private record Facts(
            PublishedLot lot, HolderGroups groups, List<HolderKey> department, List<HolderKey> supervision) {
        Keyset keyset(byte[] gate) {
            return groups.of(department, supervision, gate);
        }

        Lacking lacking() {
            return groups.lacking(department, supervision);
        }
    }

    private Mono<Facts> facts(UUID lotId) {
        return purchases
                .lot(lotId)
                .switchIfEmpty(Mono.error(HolderProblem.LOT_NOT_FOUND::raise))
                .flatMap(this::facts);
    }

    private Mono<Facts> facts(PublishedLot lot) {
        var department = lot.department().id();
        return Mono.zip(
                        keys.enrolledOf(department).collectList(),
                        supervision.enrolledFor(department),
                        keys.supervisionWanted(department),
                        purchases.terms(lot.id()).map(LotTerms::supervisedOpening))
                .map(held -> new Facts(
                        lot,
                        new HolderGroups(lot.method().isBelowLimit(), held.getT3() || held.getT4()),
                        held.getT1(),
                        held.getT2()));
    }

    private Mono<byte[]> freeze(Facts facts) {
        return Mono.fromSupplier(() -> facts.keyset(gate.publicKey()))
                .flatMap(keyset -> keysets.freeze(facts.lot(), keyset.write(), keyset.kids()))
                .delayUntil(document -> enter(facts.lot(), document));
    }

    private Mono<Void> enter(PublishedLot lot, byte[] document) {
        var keyset = new Frozen(lot.id(), lot.purchaseId(), document);
        return subjects.of(document)
                .flatMap(held -> ledger.enter(
                        List.of(EnteredKey.ofPlatform(gate.publicKey()), EnteredKeyset.frozen(keyset, held))));
    }
}
