package org.goufu.notification.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Message;
import org.goufu.notification.domain.Reminder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what was told to whom. */
public interface Inbox {

    /** Writes the batch under a lock that makes the order of ids the order of commits, and wakes the streams. */
    Mono<Void> deliver(Batch batch);

    /** Who was told of a lot because it matches. */
    Flux<UUID> toldOf(UUID lotId);

    /** Whether nobody was reminded of this deadline of the lot before; who asks reminds in the same transaction. */
    Mono<Boolean> isFirstReminder(UUID lotId, Instant deadline, Reminder reminder);

    /** Fails with {@code notification/not-found} when the row is none of these recipients'. */
    Mono<Void> mark(Collection<UUID> recipientIds, long id, boolean read);

    Mono<Void> markAllRead(Collection<UUID> recipientIds);

    /** Messages to any of these after an id, the oldest first. */
    Flux<Message> after(Collection<UUID> recipientIds, long id, int most);

    /** Messages to any of these after an id and up to another, the oldest first. */
    Flux<Message> between(Collection<UUID> recipientIds, long after, long upTo, int most);

    /** The newest id there is, 0 when there is none. */
    Mono<Long> newest();
}
