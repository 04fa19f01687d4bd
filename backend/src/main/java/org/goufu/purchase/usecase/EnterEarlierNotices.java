package org.goufu.purchase.usecase;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.EarlierNotices;
import org.goufu.purchase.usecase.Purchases.Published;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Walks through all notices when the ledger knows fewer of them than there are. */
@Component
class EnterEarlierNotices implements EarlierNotices {
    private static final Logger LOG = LoggerFactory.getLogger(EnterEarlierNotices.class);
    private static final int AT_ONCE = 1_000;

    private final Purchases purchases;
    private final Ledger ledger;
    private final Transactions transactions;

    EnterEarlierNotices(Purchases purchases, Ledger ledger, Transactions transactions) {
        this.purchases = purchases;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 3_600_000)
    Mono<Void> lookAgain() {
        return enter(done -> {}).onErrorResume(failure -> {
            LOG.warn("earlier notices cannot be entered into the ledger now: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public Mono<Void> enter(LongConsumer progress) {
        return Mono.zip(purchases.published(), ledger.entered(Act.Kind.NOTICE_PUBLISHED))
                .filter(both -> both.getT2() < both.getT1())
                .flatMap(missing -> all(progress));
    }

    private Mono<Void> all(LongConsumer progress) {
        var done = new AtomicLong();
        return page(null)
                .expand(page -> page.size() < AT_ONCE ? Mono.empty() : page(page.getLast()))
                .doOnNext(page -> progress.accept(done.addAndGet(page.size())))
                .then();
    }

    private Mono<List<Published>> page(@Nullable Published last) {
        return transactions.write(purchases
                .publishedAfter(last, AT_ONCE)
                .collectList()
                .delayUntil(page ->
                        ledger.enter(page.stream().map(EnteredNotice::of).toList())));
    }
}
