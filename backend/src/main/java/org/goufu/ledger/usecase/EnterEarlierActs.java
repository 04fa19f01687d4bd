package org.goufu.ledger.usecase;

import java.util.List;
import java.util.function.LongConsumer;
import org.goufu.ledger.CatchUp;
import org.goufu.ledger.EarlierActs;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks through each store of which the ledger knows fewer acts than were done, a page and its acts in one transaction. */
@Component
public class EnterEarlierActs implements CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(EnterEarlierActs.class);
    private static final int AT_ONCE = 1_000;

    private final List<EarlierActs<?>> stores;
    private final Ledger ledger;
    private final Transactions transactions;

    /** @param stores in the order in which their acts should stand */
    public EnterEarlierActs(List<EarlierActs<?>> stores, Ledger ledger, Transactions transactions) {
        this.stores = stores;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Soon: of what is done meanwhile nobody can tell whether that on which it rests was there before. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 3_600_000)
    Mono<Void> lookAgain() {
        return Flux.fromIterable(stores)
                .concatMap(store -> missing(store, done -> {}).onErrorResume(failure -> {
                    LOG.warn("earlier {} cannot be entered into the ledger now: {}", store.kinds(), failure.toString());
                    return Mono.empty();
                }))
                .then();
    }

    @Override
    public Mono<Void> now(LongConsumer progress) {
        return Flux.fromIterable(stores)
                .concatMap(store -> missing(store, progress))
                .then();
    }

    private <T> Mono<Void> missing(EarlierActs<T> store, LongConsumer progress) {
        var known = Flux.fromIterable(store.kinds()).concatMap(ledger::entered).reduce(0L, Long::sum);
        return Mono.zip(store.done(), known)
                .filter(both -> both.getT2() < both.getT1())
                .flatMap(some -> all(store, progress));
    }

    private <T> Mono<Void> all(EarlierActs<T> store, LongConsumer progress) {
        return page(store, null)
                .expand(page -> page.size() < AT_ONCE ? Mono.empty() : page(store, page.getLast()))
                .map(List::size)
                .scan(Integer::sum)
                .doOnNext(progress::accept)
                .then();
    }

    private <T> Mono<List<T>> page(EarlierActs<T> store, @Nullable T last) {
        return transactions.write(store.after(last, AT_ONCE)
                .collectList()
                .delayUntil(page -> Flux.fromIterable(page)
                        .concatMap(store::of)
                        .collectList()
                        .flatMap(ledger::enter)));
    }
}
