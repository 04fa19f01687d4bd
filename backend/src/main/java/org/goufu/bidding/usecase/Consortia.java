package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Mono;

/** Keeps agreements to bid together; all but the reads in the caller's transaction, after {@link #hold}. */
public interface Consortia {

    /**
     * An agreement with its signatures.
     *
     * @param current whether it is the text that its lead asks for now
     * @param signed members whose signature under this very text stands now
     * @param lapsed those among them whose key was revoked since: what was given with it stays, nothing more is given with it before they
     *     sign anew, so that a verifier can hold every signature to the ledger (decision 42)
     */
    record Held(Agreement agreement, boolean current, Set<UUID> signed, Set<UUID> lapsed) {
        public Held {
            signed = Set.copyOf(signed);
            lapsed = Set.copyOf(lapsed);
        }

        public List<UUID> missing() {
            return agreement.members().stream()
                    .map(Agreement.Member::body)
                    .filter(body -> !signed.contains(body))
                    .toList();
        }
    }

    /** Whether the lot can still be bid for; nobody else changes its consortia, and no bid for it is taken, before the end. */
    Mono<Boolean> hold(UUID lot);

    /** The text that the lead asks for now; empty when it drafted none. */
    Mono<Held> find(UUID lot, UUID lead);

    /** The very one of this hash; empty when it is the hash of something else. */
    Mono<Held> bound(String hash);

    /** The agreement with which the lead's bid in the box was given; empty when there is no such bid. */
    Mono<Held> standing(UUID lot, UUID lead);

    /** Fails with {@code consortium/changed-meanwhile} when somebody saved first. */
    Mono<Agreement> save(Agreement agreement, Actor by);

    /** The lead asks for none any more; its texts stay for the signatures and bids that name them. */
    Mono<Void> drop(UUID lot, UUID lead);

    /** Whether a bid of the body itself lies in the box. */
    Mono<Boolean> bids(UUID lot, UUID body);
}
