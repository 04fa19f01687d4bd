package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.LowPrice;
import org.jspecify.annotations.Nullable;

/** A price that has to be explained. */
public record InquiryView(
        UUID bid,
        List<LowPrice.Trigger> triggers,
        Instant askedAt,
        Instant answerBy,
        @Nullable String explanation,
        @Nullable Instant explainedAt,
        int votes,
        @Nullable Boolean accepted) {
    static InquiryView of(Inquiry inquiry) {
        return new InquiryView(
                inquiry.bid(),
                inquiry.triggers().stream().sorted().toList(),
                inquiry.askedAt(),
                inquiry.answerBy(),
                inquiry.explanation(),
                inquiry.explainedAt(),
                inquiry.votes().size(),
                inquiry.accepted());
    }
}
