package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.LowPrice;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Named;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it is public: enough to rank the bids again, to the last digit.
 *
 * <p>Names of the panel stand in order of the names, points under seats: who gave which is nobody's business but the supervisors'.
 *
 * @param format {@code goufu-evaluation/1}
 * @param tieHead from which draws among equals were made
 * @param lowPrice below what a price was asked about, where the notice raised it; absent where the lawful ratios held
 */
public record ResultView(
        String format,
        UUID lotId,
        UUID purchaseId,
        String title,
        Named department,
        ProcurementMethod method,
        long ceilingFen,
        boolean staged,
        Instant decidedAt,
        String proposer,
        String decider,
        List<ItemView> items,
        List<PanelistView> panel,
        DrawView draw,
        List<PublicBid> bids,
        List<PublicSheet> sheets,
        List<PlaceView> ranking,
        HeadView tieHead,
        List<PublicInquiry> inquiries,
        @Nullable LowPriceRatios lowPrice) {

    /** The first of the ranking that was not passed over. */
    public PlaceView winner() {
        var counting = bids.stream()
                .filter(bid -> bid.excludedAt() == null)
                .map(PublicBid::id)
                .collect(Collectors.toSet());
        return ranking.stream()
                .filter(place -> counting.contains(place.bid()))
                .findFirst()
                .orElseThrow();
    }

    public record PanelistView(String name, PoolMember.Kind kind) {}

    /** @param root of the signed head, in hexadecimal digits */
    public record HeadView(long size, String root) {}

    /**
     * How the panel was drawn: the candidates in order of their ids, shuffled with numbers from the seed.
     *
     * @param left seats that changed hands, one after the other as the ledger has it: the next in the order took them
     * @param excused seats whose holders could not go on when points had been revealed, which stand
     */
    public record DrawView(
            UUID id,
            int round,
            int experts,
            List<UUID> candidates,
            HeadView head,
            String seed,
            List<UUID> order,
            List<LeftSeat> left,
            List<Integer> excused) {
        /** A result of before anybody could be excused says nothing of it. */
        public DrawView {
            excused = Objects.requireNonNullElse(excused, List.of());
        }
    }

    /**
     * A seat that changed hands. Who they are only the order of the draw says, without names.
     *
     * @param own whether it was the person's own word
     * @param id under which the ledger has it; null, as who had it and who took it, in a result of before it was entered there
     */
    public record LeftSeat(
            int seat,
            boolean own,
            @Nullable UUID id,
            @Nullable UUID from,
            @Nullable UUID to) {}

    /** @param consortium those who gave it together, the lead {@code body} first; empty of a bid that was given alone */
    public record PublicBid(
            UUID id,
            Named body,
            List<ConsortiumMember> consortium,
            Instant acceptedAt,
            @Nullable Long priceFen,
            Bid.@Nullable Stage excludedAt) {

        /** A result of before there were consortia says nothing of them. */
        public PublicBid(
                UUID id,
                Named body,
                @Nullable List<ConsortiumMember> consortium,
                Instant acceptedAt,
                @Nullable Long priceFen,
                Bid.@Nullable Stage excludedAt) {
            this.id = id;
            this.body = body;
            this.consortium = consortium == null ? List.of() : List.copyOf(consortium);
            this.acceptedAt = acceptedAt;
            this.priceFen = priceFen;
            this.excludedAt = excludedAt;
        }

        boolean isOf(@Nullable UUID reader) {
            return body.id().equals(reader)
                    || consortium.stream().anyMatch(member -> member.id().equals(reader));
        }
    }

    /** @param digest as it stands in the ledger, SHA-256 in hexadecimal digits */
    public record PublicSheet(UUID id, int seat, int revision, String digest, List<PublicScore> scores) {}

    /** @param points in hundredths */
    public record PublicScore(UUID bid, int item, int points) {}

    /** @param foundAt when the panel had found; null in a result of before that was kept */
    public record PublicInquiry(
            UUID bid,
            List<LowPrice.Trigger> triggers,
            Instant askedAt,
            Instant answerBy,
            boolean explained,
            @Nullable Boolean accepted,
            @Nullable Instant foundAt) {}
}
