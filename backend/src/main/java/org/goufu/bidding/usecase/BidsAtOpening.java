package org.goufu.bidding.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.domain.Reason;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the bids of an opening while they are opened; what is not public is wrapped. */
public interface BidsAtOpening {

    /** A share of a segment's key, wrapped. */
    record WrappedShare(String segment, String kid, byte[] wrapped) {}

    /**
     * A bid with everything that opens it.
     *
     * @param keyset digest of the document that it is sealed to, in hexadecimal digits
     */
    record Sealed(UUID envelope, byte[] manifest, String keyset, List<WrappedShare> shares, Map<String, byte[]> keys) {
        public Sealed {
            shares = List.copyOf(shares);
            keys = Map.copyOf(keys);
        }
    }

    /**
     * What came of opening a bid.
     *
     * @param reason null when it is open
     * @param keys wrapped, by segment
     * @param digests SHA-256 of each segment of which nothing else is kept
     */
    record Came(
            @Nullable Reason reason,
            @Nullable String price,
            byte @Nullable [] technical,
            Map<String, byte[]> keys,
            Map<String, byte[]> digests) {
        public Came {
            keys = Map.copyOf(keys);
            digests = Map.copyOf(digests);
        }

        /** Nothing of it is known. */
        static Came failed(Reason why) {
            return new Came(why, null, null, Map.of(), Map.of());
        }

        Came because(Reason found) {
            return new Came(found, price, technical, keys, digests);
        }
    }

    /** A bid as the record has it. */
    record Recorded(
            int place,
            UUID envelope,
            Named body,
            List<UUID> actingFor,
            List<ConsortiumMember> consortium,
            Instant acceptedAt,
            String digest,
            @Nullable Reason reason,
            @Nullable String price,
            byte @Nullable [] priceKey) {
        public Recorded {
            actingFor = List.copyOf(actingFor);
            consortium = List.copyOf(consortium);
        }
    }

    /** @param reason for which it failed */
    record Mendable(UUID lot, byte[] manifest, Reason reason) {}

    /** A bid that its bidder can mend until then. */
    record ToMend(UUID envelope, UUID body, Reason reason, Instant until) {}

    Flux<UUID> pending(UUID lot);

    Mono<Sealed> sealed(UUID envelope);

    Mono<Void> came(UUID envelope, Came came);

    /**
     * Gives bidders time to mend what can be mended, from now on: answers whose bids those are, and nobody when all were asked for the
     * same reason already.
     */
    Flux<ToMend> giveTime(UUID lot, Duration time);

    /** Whether a bid is pending, or its bidder can still mend it. */
    Mono<Boolean> isWaitedFor(UUID lot);

    Flux<Recorded> recorded(UUID lot);

    /** With which the chain of the box began. */
    Mono<byte[]> seed(UUID lot);

    /** Of everything that happened in the box. */
    Flux<UUID> subjects(UUID lot);

    /** The keys by which all that was signed. */
    Flux<UUID> signers(UUID lot);

    Mono<Void> invalid(Collection<UUID> envelopes, Reason reason);

    /** A body's own bid that failed, while it can be mended; it is held. Empty when it cannot; fails with {@code bid/not-found}. */
    Mono<Mendable> mendable(UUID envelope, UUID body);

    /** The bid is opened again, with the keys that the bidder gave, wrapped, or without any. */
    Mono<Void> again(UUID envelope, Map<String, byte[]> keys);

    /** In the place of what was lost or altered. */
    Mono<Void> replace(UUID envelope, UUID lot, UUID body, String digest, byte[] content);
}
