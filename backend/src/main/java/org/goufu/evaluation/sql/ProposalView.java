package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Namesakes;
import org.jspecify.annotations.Nullable;

/**
 * From the proposal to the decision.
 *
 * @param openness why the purchaser did not call openly though it supervises the winner (C07)
 * @param own whether the caller made it: another person decides
 */
public record ProposalView(
        String proposer,
        Instant proposedAt,
        @Nullable String note,
        @Nullable NamesakesView namesakes,
        @Nullable String openness,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        boolean own) {
    /** Null where nothing was proposed. */
    static @Nullable ProposalView of(Evaluation evaluation, UUID reader) {
        var award = evaluation.award();
        if (award == null) return null;
        return new ProposalView(
                award.proposer(),
                award.proposedAt(),
                award.note(),
                award.namesakes() == null ? null : NamesakesView.of(award.namesakes()),
                award.openness(),
                award.decider(),
                award.decidedAt(),
                award.proposerId().equals(reader));
    }

    /** Members who have the name of one who speaks for a bidder, and why they are others. */
    public record NamesakesView(List<String> names, String reason) {
        static NamesakesView of(Namesakes found) {
            return new NamesakesView(found.names(), found.reason());
        }
    }
}
