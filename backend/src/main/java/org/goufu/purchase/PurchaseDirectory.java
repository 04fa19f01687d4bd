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

    /** SHA-256 of the notice's canonical text, of a call that was corrected that of its last correction; empty when there is none. */
    Mono<byte[]> digest(UUID noticeId);

    /** All that a call ever said, for readers: its own text, then those of its corrections; empty when there is none. */
    Flux<String> words(UUID noticeId);

    /** Empty when there is no published lot of this id. */
    Mono<PublishedLot> lot(UUID id);

    /**
     * The same, and what their purchases have come to does not change before the caller's transaction ends; unknown ones are left out.
     */
    Flux<PublishedLot> holdLots(Collection<UUID> ids);

    /** Of these lots those that have come to something, each by itself. */
    Flux<UUID> decided(Collection<UUID> lots);

    /** On what terms its bids are opened and compared; empty when there is no published lot of this id. */
    Mono<LotTerms> terms(UUID lot);

    /** The lots that a procurement notice published. */
    Flux<PublishedLot> lotsOf(UUID noticeId);

    /** Lots that are open by the business clock, in order of id: at most {@code size} after the given one. */
    Flux<PublishedLot> openLotsAfter(@Nullable UUID id, int size);
}
