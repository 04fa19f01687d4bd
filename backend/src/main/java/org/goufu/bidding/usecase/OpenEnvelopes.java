package org.goufu.bidding.usecase;

import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.usecase.BidsAtOpening.Came;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Mono;

/**
 * Does what follows by itself: lets holders begin when the seal was looked at, opens envelopes when there are enough shares, makes the
 * record when all are done. Every step is found again in the tables, so an instance that dies loses none.
 */
@Component
public class OpenEnvelopes {
    private static final Logger LOG = LoggerFactory.getLogger(OpenEnvelopes.class);
    private static final int AT_ONCE = 2;

    private final Openings openings;
    private final Stages stages;
    private final BidsAtOpening bids;
    private final OpenEnvelope open;
    private final FinishStage finish;
    private final TellOpening telling;
    private final OpeningSettings settings;
    private final Transactions transactions;

    OpenEnvelopes(
            Openings openings,
            Stages stages,
            BidsAtOpening bids,
            OpenEnvelope open,
            FinishStage finish,
            TellOpening telling,
            OpeningSettings settings,
            Transactions transactions) {
        this.openings = openings;
        this.stages = stages;
        this.bids = bids;
        this.open = open;
        this.finish = finish;
        this.telling = telling;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 500)
    Mono<Void> round() {
        return all().onErrorResume(failure -> {
            LOG.warn("bids cannot be opened now: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** Everything that is due; what one lot fails of does not stop the others. */
    public Mono<Void> all() {
        return openings.checked()
                .concatMap(lot -> quietly(lot, begin(lot)))
                .thenMany(stages.atWork())
                .concatMap(lot -> quietly(lot, go(lot)))
                .then();
    }

    private static Mono<Void> quietly(UUID lot, Mono<Void> work) {
        return work.onErrorResume(failure -> {
            LOG.warn("the opening of lot {} waits: {}", lot, failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> begin(UUID lot) {
        return transactions.write(openings.hold(lot)
                .filter(opening -> opening.state() == Opening.State.SEAL_CHECK)
                .map(Opening::checked)
                .flatMap(openings::save)
                .delayUntil(opening -> stages.begin(lot, opening.openedNow()))
                .flatMap(telling::sharesWanted));
    }

    private Mono<Void> go(UUID lot) {
        return openings.get(lot)
                .flatMap(opening -> bids.pending(lot)
                        .flatMap(envelope -> one(envelope, opening), AT_ONCE)
                        .then(Mono.defer(() -> giveTime(opening)))
                        .then(Mono.defer(() -> bids.isWaitedFor(lot)))
                        .filter(waits -> !waits)
                        .flatMap(done -> finish.of(lot)));
    }

    private Mono<Void> giveTime(Opening opening) {
        return transactions.write(bids.giveTime(opening.lot(), settings.remedy())
                .collectList()
                .flatMap(failed -> telling.toMend(opening, failed)));
    }

    private Mono<Void> one(UUID envelope, Opening opening) {
        return bids.sealed(envelope)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("nothing is kept of it")))
                .flatMap(bid -> open.of(bid, opening))
                .flatMap(came -> transactions.write(bids.came(envelope, came)))
                .onErrorResume(OpenEnvelopes::isItsOwn, failure -> failed(envelope, failure));
    }

    /** What would meet any other bid as well passes, and is tried again; all else stays with this one and keeps no other. */
    static boolean isItsOwn(Throwable failure) {
        if (failure instanceof DataAccessException) {
            // The database answers and refuses these values.
            return failure instanceof DataIntegrityViolationException
                    || failure instanceof InvalidDataAccessResourceUsageException;
        }
        return failure instanceof RuntimeException
                && !(failure instanceof TransactionException)
                && !(failure instanceof RejectedExecutionException);
    }

    private Mono<Void> failed(UUID envelope, Throwable failure) {
        LOG.error("bid {} cannot be opened", envelope, failure);
        return transactions.write(bids.came(envelope, Came.failed(Reason.PLATFORM_FAILED)));
    }
}
