package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Seals boxes when their deadline has passed.
 *
 * <p>No bid depends on this being on time: each is measured against the deadline where it is accepted.
 */
@Component
public class SealBoxes {
    private static final Logger LOG = LoggerFactory.getLogger(SealBoxes.class);
    private static final int AT_ONCE = 100;
    private static final int KEPT_DAYS = 30;

    private final Boxes boxes;
    private final Uploads uploads;
    private final TellOpening telling;
    private final Transactions transactions;

    SealBoxes(Boxes boxes, Uploads uploads, TellOpening telling, Transactions transactions) {
        this.boxes = boxes;
        this.uploads = uploads;
        this.telling = telling;
        this.transactions = transactions;
    }

    /** Answers how many it sealed; what cannot be sealed now keeps none of the others waiting, and is tried again the next time. */
    public Mono<Long> all() {
        return boxes.toSeal(AT_ONCE).concatMap(this::one).count();
    }

    private Mono<Boolean> one(UUID lot) {
        return transactions
                .write(boxes.seal(lot).filter(done -> done).delayUntil(done -> telling.closed(lot)))
                .onErrorResume(failure -> {
                    LOG.warn("the box of lot {} cannot be sealed now: {}", lot, failure.toString());
                    return Mono.empty();
                });
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    Mono<Void> round() {
        return all().then().onErrorResume(failure -> {
            LOG.warn("boxes cannot be sealed now: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Scheduled(initialDelayString = "PT30M", fixedDelayString = "PT1H")
    Mono<Void> sweep() {
        return transactions
                .write(uploads.sweep(KEPT_DAYS))
                .doOnNext(swept -> LOG.info("{} envelopes that were never given are gone", swept))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("envelopes cannot be swept now: {}", failure.toString());
                    return Mono.empty();
                });
    }
}
