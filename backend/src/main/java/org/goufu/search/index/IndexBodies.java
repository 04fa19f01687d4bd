package org.goufu.search.index;

import java.util.Collection;
import java.util.UUID;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.search.CapabilitiesIndexed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings bodies into the index and tells matching, once they are found, that it may judge them anew. */
@Component
class IndexBodies {
    private final Bodies bodies;
    private final Outbox outbox;
    private final Transactions transactions;

    IndexBodies(Bodies bodies, Outbox outbox, Transactions transactions) {
        this.bodies = bodies;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Void> of(Collection<UUID> changed) {
        return bodies.index(changed)
                .map(CapabilitiesIndexed::of)
                .flatMap(news -> transactions.write(outbox.appendAll(news)));
    }
}
