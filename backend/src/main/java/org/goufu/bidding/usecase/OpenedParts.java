package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what came out of envelopes; what is not public is still wrapped. */
public interface OpenedParts {

    /** @param openedAt when this stage was, whose record is made */
    record OpenedBox(UUID lot, UUID purchase, UUID notice, Stage stage, Instant openedAt, List<Kept> bids) {
        public OpenedBox {
            bids = List.copyOf(bids);
        }
    }

    /**
     * A bid.
     *
     * @param price as it was written, {@code goufu-price/1}
     * @param technical as it was written, {@code goufu-tech/1}, wrapped
     */
    record Kept(
            UUID envelope,
            Named body,
            BodyKind kind,
            Instant acceptedAt,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String price,
            byte @Nullable [] technical,
            List<UUID> actingFor,
            List<ConsortiumMember> consortium) {
        public Kept {
            actingFor = List.copyOf(actingFor);
            consortium = List.copyOf(consortium);
        }
    }

    /** A segment whose key is known. */
    record Unlocked(byte[] manifest, byte[] wrappedKey) {}

    /** Empty until the record of a stage is made. */
    Mono<OpenedBox> find(UUID lot);

    /** The same with this bid alone, and none when the lot has no such bid. */
    Mono<OpenedBox> find(UUID lot, UUID envelope);

    /** Empty until the record of a stage is made. */
    Flux<BidMarks> marks(UUID lot);

    /** Empty for an envelope that no opening has to do with. */
    Mono<UUID> lotOf(UUID envelope);

    /** Empty unless the record of the stage in which it was opened is made. */
    Mono<Unlocked> unlocked(UUID envelope, String segment);

    /** A piece of ciphertext; empty when it is not there. */
    Mono<byte[]> chunk(UUID envelope, String digest);
}
