package org.goufu.platform.outbox;

import java.util.Collection;
import org.goufu.kernel.DomainEvent;
import reactor.core.publisher.Mono;

/** Takes news into the caller's transaction: if that fails, nothing was told. */
public interface Outbox {
    Mono<Void> append(DomainEvent event);

    Mono<Void> appendAll(Collection<? extends DomainEvent> events);
}
