package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows that the document to which a lot's bids are sealed was entered in the ledger, and every key in it: what somebody slipped in for one
 * bidder has no receipt, or stands in the ledger for everybody to see.
 */
@Component
public class ProveKeyset {
    private final Keysets keysets;
    private final FreezeKeyset frozen;
    private final KeySubjects subjects;
    private final Ledger ledger;

    ProveKeyset(Keysets keysets, FreezeKeyset frozen, KeySubjects subjects, Ledger ledger) {
        this.keysets = keysets;
        this.frozen = frozen;
        this.subjects = subjects;
        this.ledger = ledger;
    }

    /** @param receipt C2SP tlog-proof of the act by which the key came into use */
    public record ProvedKey(String group, String kid, String receipt) {}

    /**
     * The receipt of the act since which bids are sealed to the document that holds: it names the last act of each key in it. Fails with
     * {@code ledger/entry-not-found} before one was frozen.
     */
    public Mono<String> entered(UUID lotId) {
        return keysets.lastReplaced(lotId)
                .flatMap(last -> ledger.receipt(Act.Kind.KEYSET_REPLACED, last.id()))
                .switchIfEmpty(Mono.defer(() -> ledger.receipt(Act.Kind.KEYSET_FROZEN, lotId)));
    }

    /** In the order of the document; fails with {@code holder/keyset-not-found}. */
    public Flux<ProvedKey> of(UUID lotId) {
        return frozen.frozen(lotId)
                .map(Keyset::read)
                .flatMapIterable(Keyset::groups)
                .concatMap(group ->
                        Flux.fromIterable(group.members()).concatMap(member -> proved(group.id(), member.kid())));
    }

    private Mono<ProvedKey> proved(String group, String kid) {
        return subjects.of(group, kid)
                .flatMap(subject -> ledger.receipt(Act.Kind.KEY_ENROLLED, subject))
                .map(receipt -> new ProvedKey(group, kid, receipt));
    }
}
