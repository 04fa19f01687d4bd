package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.RunningOut;
import org.goufu.organization.usecase.Endings.Ending;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.DayTurns;
import org.goufu.platform.time.DayTurns.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says 60, 30 and 7 days ahead what runs out, so that nobody loses a purchase over a date; once a day, one instance does it. */
@Component
class WarnOfEndings {
    private static final Logger LOG = LoggerFactory.getLogger(WarnOfEndings.class);
    private static final String WORK = "organization.endings";
    private static final int AT_ONCE = 200;

    private final Endings endings;
    private final DayTurns turns;
    private final Outbox outbox;
    private final Transactions transactions;

    WarnOfEndings(Endings endings, DayTurns turns, Outbox outbox, Transactions transactions) {
        this.endings = endings;
        this.turns = turns;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void look() {
        turns.take(WORK, null)
                .flatMap(turn -> warn(turn)
                        .onErrorResume(failure ->
                                turns.giveBack(turn).onErrorComplete().then(Mono.error(failure))))
                .doOnError(failure -> LOG.warn("could not warn of what runs out", failure))
                .onErrorComplete()
                .subscribe();
    }

    private Mono<Void> warn(Turn turn) {
        return page(turn, turn.reached()).expand(last -> page(turn, last)).then(turns.done(turn));
    }

    /** The last body that was told; empty when there is none left. */
    private Mono<UUID> page(Turn turn, @Nullable UUID after) {
        return transactions
                .write(endings.take(turn.today(), after, AT_ONCE)
                        .collectList()
                        .delayUntil(found -> outbox.appendAll(news(found, turn.today()))))
                .filter(found -> !found.isEmpty())
                .map(found -> found.getLast().bodyId())
                .delayUntil(last -> turns.reached(turn, last));
    }

    private static List<RunningOut> news(List<Ending> found, LocalDate today) {
        return found.stream()
                .map(ending -> new RunningOut(
                        ending.bodyId(),
                        ending.bodyName(),
                        ending.kind(),
                        ending.value(),
                        ending.lastDay(),
                        ChronoUnit.DAYS.between(today, ending.lastDay())))
                .toList();
    }
}
