package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.LowPrice;
import org.jspecify.annotations.Nullable;

/**
 * A price that has to be explained, as those see it who gave the bid or stand behind it.
 *
 * @param bidder who answers: the bidder, or of a consortium its lead
 * @param own whether the caller's body is the one that answers
 * @param explanation for those who gave the bid; the groups with which a federation bids read only that and when it was given
 * @param accepted what the panel found; null until it has
 */
public record AskedView(
        UUID bid,
        String bidder,
        boolean own,
        List<LowPrice.Trigger> triggers,
        Instant askedAt,
        Instant answerBy,
        @Nullable String explanation,
        @Nullable Instant explainedAt,
        int votes,
        @Nullable Boolean accepted) {
    static AskedView of(Inquiry inquiry, Bid bid, UUID reader) {
        return new AskedView(
                inquiry.bid(),
                bid.consortium().isEmpty()
                        ? bid.name()
                        : bid.consortium().getFirst().name(),
                bid.body().equals(reader),
                inquiry.triggers().stream().sorted().toList(),
                inquiry.askedAt(),
                inquiry.answerBy(),
                bid.isOf(reader) ? inquiry.explanation() : null,
                inquiry.explainedAt(),
                inquiry.votes().size(),
                inquiry.accepted());
    }

    /** Whether the body gave the bid, alone or with others, or a federation bids with it. */
    static boolean concerns(Bid bid, UUID body) {
        return bid.isOf(body) || bid.behind().contains(body);
    }
}
