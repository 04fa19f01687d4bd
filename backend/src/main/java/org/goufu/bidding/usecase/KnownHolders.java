package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.HolderProblem;
import org.goufu.bidding.domain.seal.Holders;
import org.goufu.platform.database.Remembered;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who holds the keys to which bids are sealed. A document never changes: it is read once for all bids that name it. */
@Component
class KnownHolders {
    private static final int MOST = 1_000;

    private final Keysets keysets;
    private final Remembered<Named, Holders> known = new Remembered<>(MOST);

    KnownHolders(Keysets keysets) {
        this.keysets = keysets;
    }

    /** A lot and the digest of one of the documents to which its bids were sealed, now or before. */
    private record Named(UUID lot, String keyset) {}

    /** Empty when the lot has no such document. */
    Mono<Holders> find(UUID lot, String keyset) {
        return known.or(new Named(lot, keyset), keysets.find(lot, keyset).map(Holders::of));
    }

    /** Fails with {@code holder/keyset-not-found} rather than completing empty. */
    Mono<Holders> get(UUID lot, String keyset) {
        return find(lot, keyset).switchIfEmpty(Mono.error(HolderProblem.KEYSET_NOT_FOUND::raise));
    }
}
