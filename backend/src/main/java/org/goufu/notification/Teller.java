package org.goufu.notification;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells everyone who matches a lot and has not been told yet. */
public interface Teller {
    /** All of them in one batch, in random order, on record (product.md 9); nobody is told twice. */
    Mono<Void> tell(UUID lotId, UUID noticeId);
}
