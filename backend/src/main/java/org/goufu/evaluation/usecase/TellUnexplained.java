package org.goufu.evaluation.usecase;

import org.goufu.evaluation.domain.Steps;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the panel that a bidder did not explain its price in time: from then on only the panel can go on (domain.md 1.7.5). */
@Component
class TellUnexplained {
    private static final Logger LOG = LoggerFactory.getLogger(TellUnexplained.class);

    private final Unexplained unexplained;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Transactions transactions;

    TellUnexplained(Unexplained unexplained, Evaluations evaluations, Outbox outbox, Transactions transactions) {
        this.unexplained = unexplained;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 5_000)
    Mono<Void> round() {
        return transactions
                .write(unexplained
                        .found()
                        .collectList()
                        .flatMap(found ->
                                Flux.fromIterable(found).concatMap(this::tell).then()))
                .onErrorResume(failure -> {
                    LOG.warn("panels cannot be told of prices that nobody explained: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> tell(Unexplained.Price price) {
        return evaluations
                .get(price.lot())
                .map(evaluation -> Steps.unexplained(evaluation, price.bid(), price.askedAt()))
                .flatMap(outbox::append);
    }
}
