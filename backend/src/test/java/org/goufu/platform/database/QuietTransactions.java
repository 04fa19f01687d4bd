package org.goufu.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Mono;

/** Only counts, for stores in memory have nothing to commit or to roll back. */
public final class QuietTransactions implements ReactiveTransactionManager {
    public int committed;

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(@Nullable TransactionDefinition definition) {
        return Mono.just(new ReactiveTransaction() {});
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return Mono.fromRunnable(() -> committed++);
    }

    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return Mono.empty();
    }
}
