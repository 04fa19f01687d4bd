package org.goufu.notification.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what was told to whom. */
public interface Inbox {

    /** Writes the batch under a lock that makes the order of ids the order of commits, and wakes the streams. */
    Mono<Void> deliver(Batch batch);

    /** Fails with {@code notification/not-found} when the row is not the recipient's. */
    Mono<Void> mark(UUID recipientId, long id, boolean read);

    Mono<Void> markAllRead(UUID recipientId);

    /** Messages to one recipient after an id, the oldest first. */
    Flux<Message> after(UUID recipientId, long id, int most);

    /** Messages to any of these after an id and up to another, the oldest first. */
    Flux<Message> between(Collection<UUID> recipientIds, long after, long upTo, int most);

    /** The newest id there is, 0 when there is none. */
    Mono<Long> newest();
}
