package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps agreements to bid together and the signatures under them; all but the reads in the caller's transaction, after {@link #hold}. */
public interface Consortia {

    /**
     * An agreement with its signatures.
     *
     * @param current whether it is the text that its lead asks for now
     * @param signed members whose signature under this very text stands now
     */
    record Held(Agreement agreement, boolean current, Set<UUID> signed) {
        public Held {
            signed = Set.copyOf(signed);
        }

        public List<UUID> missing() {
            return agreement.members().stream()
                    .map(Agreement.Member::body)
                    .filter(body -> !signed.contains(body))
                    .toList();
        }
    }

    /** A body that signed for a lot, and whose agreement. */
    record Seat(UUID lot, UUID body, UUID lead) {}

    /** ECDSA P-256 over the bytes of the document by an enrolled key of the body. */
    record Signature(UUID key, byte[] bytes) {}

    /** Whether the lot can still be bid for; nobody else changes its consortia, and no bid for it is taken, before the end. */
    Mono<Boolean> hold(UUID lot);

    /** These bodies' seats, none of which changes before the caller's transaction ends. */
    Flux<Seat> holdSeats(List<UUID> lots, List<UUID> bodies);

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

    /** Whose agreement the body signed; empty when none. */
    Mono<UUID> seat(UUID lot, UUID body);

    /** Takes the body's seat and keeps its signature; the same again changes nothing. */
    Mono<Void> sign(Agreement agreement, UUID body, Signature signature, Actor by);

    Mono<Void> refuse(Agreement agreement, UUID body, Actor by);

    /** These bodies' signatures for the lot end, whatever the version, and their seats are free. */
    Mono<Void> leave(UUID lot, UUID lead, Collection<UUID> bodies, Actor by);

    /** Whether a bid of the body itself lies in the box. */
    Mono<Boolean> bids(UUID lot, UUID body);
}
