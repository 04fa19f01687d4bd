package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.matching.MatchDirectory;
import org.goufu.matching.MatchDirectory.ToTell;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.Telling;
import org.goufu.notification.domain.Reminder;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reminds everybody who is told of a lot that it closes, in one batch and in the same words, whoever has bid and whoever has not: to
 * remind only those who have not would tell who has (招标投标法 22).
 */
@Component
public class RemindDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(RemindDeadlines.class);
    private static final int PAGE = 500;

    private final PurchaseDirectory purchases;
    private final MatchDirectory matches;
    private final Inbox inbox;
    private final Delivery delivery;
    private final BusinessClock clock;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    RemindDeadlines(
            PurchaseDirectory purchases,
            MatchDirectory matches,
            Inbox inbox,
            Delivery delivery,
            BusinessClock clock,
            Transactions transactions) {
        this.purchases = purchases;
        this.matches = matches;
        this.inbox = inbox;
        this.delivery = delivery;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 600_000)
    Mono<Void> follow() {
        return now().onErrorResume(failure -> {
            LOG.warn("nobody can be reminded of deadlines now: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** Each lot once for each reminder, and anew when its deadline has moved. */
    public Mono<Void> now() {
        return clock.now()
                .flatMap(now -> page(null)
                        .expand(page -> page.size() < PAGE
                                ? Mono.empty()
                                : page(page.getLast().id()))
                        .concatMapIterable(page -> page)
                        .concatMap(lot -> remind(lot, now).onErrorResume(failure -> later(lot, failure)))
                        .then());
    }

    /** One that fails keeps none of the others waiting; it comes again with the next round. */
    private static Mono<Void> later(PublishedLot lot, Throwable failure) {
        LOG.warn("nobody can be reminded of lot {} now: {}", lot.id(), failure.toString());
        return Mono.empty();
    }

    private Mono<List<PublishedLot>> page(@Nullable UUID after) {
        return purchases.openLotsAfter(after, PAGE).collectList();
    }

    private Mono<Void> remind(PublishedLot lot, Instant now) {
        var deadline = lot.deadline();
        if (deadline == null) return Mono.empty();
        return Mono.justOrEmpty(Reminder.due(lot.publishedAt(), deadline, now))
                .flatMap(due -> transactions.write(inbox.isFirstReminder(lot.id(), deadline, due)
                        .filter(first -> first)
                        .flatMapMany(first -> matches.toTell(lot.id()))
                        .collectList()
                        .filter(all -> !all.isEmpty())
                        .flatMap(all -> delivery.of(batch(lot, due, all)))));
    }

    private Batch batch(PublishedLot lot, Reminder due, List<ToTell> all) {
        var deadline = Objects.requireNonNull(lot.deadline());
        var reason = Phrase.of("told.deadline." + due.word(), Phrase.time(deadline));
        return Batch.ofDeadline(
                "deadline/%s/%s/%s".formatted(lot.id(), deadline, due),
                lot.id(),
                lot.noticeId(),
                lot.purchaseId(),
                all.getFirst().title(),
                all.stream()
                        .map(one -> new Telling(one.bodyId(), List.of(reason)))
                        .toList(),
                random);
    }
}
