package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.RehearsalDue;
import org.goufu.kernel.Actor;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the exact bytes to which a lot's bids are sealed, also those to which they were sealed before. */
public interface Keysets {

    /**
     * Another document comes in the place of the one that held.
     *
     * @param replaced digest of the one before, in hexadecimal digits like that of the new one
     * @param kids of the new document
     */
    record Replacement(UUID id, UUID lot, String replaced, byte[] document, List<String> kids) {
        public Replacement {
            kids = List.copyOf(kids);
        }
    }

    /**
     * When holders were replaced, and by whom.
     *
     * @param id under which it stands in the ledger
     */
    record Replaced(UUID id, Instant at, String by) {}

    /** The document that holds now; empty while there is none. */
    Mono<byte[]> find(UUID lotId);

    /** One of the lot's documents by its digest in hexadecimal digits; empty when it has no such one. */
    Mono<byte[]> find(UUID lotId, String digest);

    /** The one that stands, when another was first. */
    Mono<byte[]> freeze(PublishedLot lot, byte[] document, List<String> kids);

    /**
     * From now on bids are sealed to the new document, and who has a bid in the box is asked to seal it anew. In the caller's transaction,
     * which took the box.
     */
    Mono<Void> replace(Replacement replacement, Actor by);

    /** The last time; empty for never. */
    Mono<Replaced> lastReplaced(UUID lotId);

    /**
     * Lots that close within three days and of which somebody in the department has not rehearsed for a month; each lot is answered once for
     * its holders of now, for it counts as told from then on.
     */
    Flux<RehearsalDue> due();
}
