package org.goufu.platform.database;

import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The only way to write.
 *
 * <p>A cancelled request must not cancel a transaction midway: that would leave it open on a pooled connection
 * (spring-framework issue 36344). So the work runs detached from the subscriber's cancel; the subscriber's context is kept.
 */
@Component
public class Transactions {
    private final TransactionalOperator operator;

    public Transactions(ReactiveTransactionManager manager) {
        this.operator = TransactionalOperator.create(manager);
    }

    /** Commits when the work completes, also when it completes empty; rolls back when it fails. */
    public <T> Mono<T> write(Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                work.as(operator::transactional).contextWrite(context).toFuture(), true));
    }
}
