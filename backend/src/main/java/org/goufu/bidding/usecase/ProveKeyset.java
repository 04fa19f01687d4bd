package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows that every key to which a lot's bids are sealed was entered in the ledger: a key that somebody slipped in for one bidder has no
 * receipt, or stands in the ledger for everybody to see.
 */
@Component
public class ProveKeyset {
    private final FreezeKeyset frozen;
    private final KeySubjects subjects;
    private final Ledger ledger;

    ProveKeyset(FreezeKeyset frozen, KeySubjects subjects, Ledger ledger) {
        this.frozen = frozen;
        this.subjects = subjects;
        this.ledger = ledger;
    }

    /** @param receipt C2SP tlog-proof of the act by which the key came into use */
    public record ProvedKey(String group, String kid, String receipt) {}

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
