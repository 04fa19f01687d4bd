package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks through all keys that sign when the ledger knows of less than was done to them: those of before it knew of any. */
@Component
class EnterEarlierSigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(EnterEarlierSigningKeys.class);
    private static final int AT_ONCE = 1_000;

    private final SigningKeys keys;
    private final Ledger ledger;
    private final Transactions transactions;

    EnterEarlierSigningKeys(SigningKeys keys, Ledger ledger, Transactions transactions) {
        this.keys = keys;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Soon: of bids that are given meanwhile nobody can tell whether their key was there before. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 3_600_000)
    Mono<Void> lookAgain() {
        return enter().onErrorResume(failure -> {
            LOG.warn("earlier signing keys cannot be entered into the ledger now: {}", failure.toString());
            return Mono.empty();
        });
    }

    Mono<Void> enter() {
        return Mono.zip(keys.changes(), entered())
                .filter(both -> both.getT2() < both.getT1())
                .flatMap(missing -> all());
    }

    private Mono<Long> entered() {
        return Mono.zip(ledger.entered(Act.Kind.SIGNING_KEY_ENROLLED), ledger.entered(Act.Kind.SIGNING_KEY_REVOKED))
                .map(both -> both.getT1() + both.getT2());
    }

    private Mono<Void> all() {
        return page(null)
                .expand(page -> page.size() < AT_ONCE
                        ? Mono.empty()
                        : page(page.getLast().id()))
                .then();
    }

    private Mono<List<SigningKey>> page(@Nullable UUID last) {
        return transactions.write(keys.after(last, AT_ONCE)
                .collectList()
                .delayUntil(page -> Flux.fromIterable(page)
                        .concatMapIterable(EnterEarlierSigningKeys::acts)
                        .collectList()
                        .flatMap(ledger::enter)));
    }

    /** What stands in the ledger already keeps its place. */
    private static List<Act> acts(SigningKey key) {
        var enrolled = EnteredSigningKey.enrolledEarlier(key);
        return key.revoked() ? List.of(enrolled, EnteredSigningKey.revokedEarlier(key)) : List.of(enrolled);
    }
}
