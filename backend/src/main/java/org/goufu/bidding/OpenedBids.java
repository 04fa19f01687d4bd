package org.goufu.bidding;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules what was opened; what is still sealed never passes this door. */
public interface OpenedBids {
    /** Empty until an opening has opened something of the lot. */
    Mono<OpenedLot> of(UUID lot);

    /** The same with this bid alone, for who asks about one among hundreds; with none when the lot has no such bid. */
    Mono<OpenedLot> of(UUID lot, UUID envelope);

    /** The marks of all that was opened; empty before. For comparing them with each other, and for nothing else. */
    Flux<BidMarks> marks(UUID lot);

    /**
     * What was in a segment, piece by piece; empty when it was not opened.
     *
     * <p>Only for the caller who may read it: this door asks nobody who he is.
     */
    Flux<byte[]> content(UUID envelope, String segment);
}
