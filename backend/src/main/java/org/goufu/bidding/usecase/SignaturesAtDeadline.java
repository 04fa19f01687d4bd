package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.domain.Agreement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the opening of the consortia whose bids lay in the box; only after it was sealed. */
public interface SignaturesAtDeadline {

    /** Bids under whose agreement a member's signature did not stand when the box closed: they are invalid. */
    Flux<UUID> unsigned(UUID lot);

    /**
     * A member with its signature.
     *
     * @param signer under which the key stands in the ledger
     * @param key the public half, uncompressed, 65 bytes
     * @param signature over the document's bytes
     */
    record Signed(ConsortiumMember member, UUID signer, byte[] key, byte[] signature, Instant at, String by) {}

    /**
     * An agreement as the record shows it.
     *
     * @param document the exact bytes that were signed
     * @param signed the lead first; who took its signature back is left out
     */
    record Shown(UUID envelope, byte[] document, String terms, List<Signed> signed) {
        public Shown {
            signed = List.copyOf(signed);
        }
    }

    /** Of all bids of the lot that a consortium gave. */
    Flux<Shown> shown(UUID lot);

    /** The agreement that a bid names by its hash; empty when it names none of ours. */
    Mono<Agreement> agreement(String hash);
}
