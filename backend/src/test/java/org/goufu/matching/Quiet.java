package org.goufu.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.goufu.kernel.DomainEvent;
import org.goufu.platform.database.QuietTransactions;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Machinery that does nothing but remember. */
public final class Quiet {
    private Quiet() {}

    /** A list as the outbox. */
    public static final class Told implements Outbox {
        public final List<DomainEvent> events = new ArrayList<>();

        @Override
        public Mono<Void> append(DomainEvent event) {
            return Mono.fromRunnable(() -> events.add(event));
        }

        @Override
        public Mono<Void> appendAll(Collection<? extends DomainEvent> all) {
            return Mono.fromRunnable(() -> events.addAll(all));
        }
    }

    /** A clock that a test moves. */
    public static final class Clock implements BusinessClock {
        public Instant now = MatchingFixtures.NOW;

        @Override
        public Mono<Instant> now() {
            return Mono.fromSupplier(() -> now);
        }
    }

    public static Transactions transactions() {
        return new Transactions(new QuietTransactions());
    }
}
