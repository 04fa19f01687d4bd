package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.usecase.FrozenKeysets.Frozen;
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

/** Walks through all keysets when the ledger knows fewer of them than there are: those of before it knew of any. */
@Component
class EnterEarlierKeysets {
    private static final Logger LOG = LoggerFactory.getLogger(EnterEarlierKeysets.class);
    private static final int AT_ONCE = 1_000;

    private final FrozenKeysets keysets;
    private final KeySubjects subjects;
    private final Ledger ledger;
    private final Transactions transactions;

    EnterEarlierKeysets(FrozenKeysets keysets, KeySubjects subjects, Ledger ledger, Transactions transactions) {
        this.keysets = keysets;
        this.subjects = subjects;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** After the earlier notices, so that each lot's call stands before its keyset. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 3_600_000)
    Mono<Void> lookAgain() {
        return enter().onErrorResume(failure -> {
            LOG.warn("earlier keysets cannot be entered into the ledger now: {}", failure.toString());
            return Mono.empty();
        });
    }

    Mono<Void> enter() {
        return Mono.zip(keysets.frozen(), ledger.entered(Act.Kind.KEYSET_FROZEN))
                .filter(both -> both.getT2() < both.getT1())
                .flatMap(missing -> all());
    }

    private Mono<Void> all() {
        return page(null)
                .expand(page -> page.size() < AT_ONCE
                        ? Mono.empty()
                        : page(page.getLast().lot()))
                .then();
    }

    private Mono<List<Frozen>> page(@Nullable UUID last) {
        return transactions.write(keysets.frozenAfter(last, AT_ONCE)
                .collectList()
                .delayUntil(page -> Flux.fromIterable(page)
                        .concatMap(this::entered)
                        .collectList()
                        .flatMap(ledger::enter)));
    }

    /** One that nobody can read, or of keys that nobody knows, is entered all the same: verifiers say what is wrong with it. */
    private Mono<Act> entered(Frozen keyset) {
        return subjects.of(keyset.document())
                .onErrorReturn(List.of())
                .map(keys -> EnteredKeyset.frozenEarlier(keyset, keys));
    }
}
