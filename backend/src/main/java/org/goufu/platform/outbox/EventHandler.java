package org.goufu.platform.outbox;

import java.util.List;
import org.goufu.kernel.DomainEvent;
import reactor.core.publisher.Mono;

/**
 * Hears one type of news.
 *
 * <p>News arrives at least once and in any order: a handler re-reads the latest state and may be repeated without harm. When
 * {@link #handle} fails for several events together, each is handed over again alone.
 */
public interface EventHandler<E extends DomainEvent> {

    /** A stable name: it stands in the delivery rows, so it outlives refactorings. */
    String name();

    Class<E> type();

    /** Must end within {@link Relay#HANDLER_TIMEOUT}; one to {@link Relay#BATCH} events. */
    Mono<Void> handle(List<E> events);
}
