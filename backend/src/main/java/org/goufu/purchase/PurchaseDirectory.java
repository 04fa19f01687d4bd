package org.goufu.purchase;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules about what has been published; drafts never pass this door. */
public interface PurchaseDirectory {
    /** Empty when there is none. */
    Mono<PublishedNotice> notice(UUID id);

    Flux<PublishedNotice> notices(Collection<UUID> ids);

    /** All notices in order of id, for a rebuild: at most {@code size} after the given one. */
    Flux<PublishedNotice> noticesAfter(@Nullable UUID id, int size);

    /** Empty when there is no published lot of this id. */
    Mono<PublishedLot> lot(UUID id);

    /** The lots that a procurement notice published. */
    Flux<PublishedLot> lotsOf(UUID noticeId);

    /** Lots that are open by the business clock, in order of id: at most {@code size} after the given one. */
    Flux<PublishedLot> openLotsAfter(@Nullable UUID id, int size);
}
