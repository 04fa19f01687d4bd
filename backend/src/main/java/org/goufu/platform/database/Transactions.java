package org.goufu.platform.database;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The only way to write.
 *
 * <p>A cancelled request must not cancel a transaction midway: that would leave it open on a pooled connection
 * (spring-framework issue 36344). So the work runs detached from the subscriber's cancel; the subscriber's context is kept.
 */
@Component
public class Transactions {
    private static final Class<Transactions> JOINING = Transactions.class;

    private final TransactionalOperator operator;

    public Transactions(ReactiveTransactionManager manager) {
        this.operator = TransactionalOperator.create(manager);
    }

    /** Commits when the work completes, also when it completes empty; rolls back when it fails. */
    public <T> Mono<T> write(Mono<T> work) {
        return Mono.deferContextual(context -> {
            Mono<Void> joining = context.getOrDefault(JOINING, Mono.empty());
            var whole = joining.then(work).as(operator::transactional);
            return Mono.fromFuture(whole.contextWrite(context).toFuture(), true);
        });
    }

    /** Makes a statement part of every transaction below in the chain: it runs first, and its failure fails the transaction. */
    public static Function<Context, Context> joinedBy(Mono<Void> statement) {
        return context -> context.put(JOINING, statement);
    }
}
