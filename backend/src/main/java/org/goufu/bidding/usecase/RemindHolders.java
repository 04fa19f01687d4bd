package org.goufu.bidding.usecase;

import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a department three days before a lot closes who of its people should rehearse (security.md 3.2): a lost key can still be replaced. */
@Component
public class RemindHolders {
    private static final Logger LOG = LoggerFactory.getLogger(RemindHolders.class);

    private final Keysets keysets;
    private final Outbox outbox;
    private final Transactions transactions;

    RemindHolders(Keysets keysets, Outbox outbox, Transactions transactions) {
        this.keysets = keysets;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    Mono<Void> follow() {
        return now().onErrorResume(failure -> {
            LOG.warn("holders cannot be reminded now: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** Tells of every lot once. */
    public Mono<Void> now() {
        return transactions.write(keysets.due().collectList().flatMap(outbox::appendAll));
    }
}
