package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * From the proposal to the decision, by two people.
 *
 * @param namesakes null where nobody of the panel has the name of one who speaks for a bidder
 * @param openness why the purchaser did not call openly though it supervises the winner (C07); null where that is not so
 * @param decider null until it is decided
 */
public record Award(
        UUID proposerId,
        String proposer,
        Instant proposedAt,
        @Nullable String note,
        @Nullable Namesakes namesakes,
        @Nullable String openness,
        @Nullable UUID deciderId,
        @Nullable String decider,
        @Nullable Instant decidedAt) {

    static Award proposed(Actor officer, Proposal said, Instant now) {
        return new Award(
                officer.accountId(),
                officer.displayName(),
                now,
                said.note(),
                said.namesakes(),
                said.openness(),
                null,
                null,
                null);
    }

    Award decided(Actor approver, Instant now) {
        mustBeAnothers(approver);
        return new Award(
                proposerId,
                proposer,
                proposedAt,
                note,
                namesakes,
                openness,
                approver.accountId(),
                approver.displayName(),
                now);
    }

    /** Fails with {@code evaluation/own-proposal}. */
    void mustBeAnothers(Actor approver) {
        if (proposerId.equals(approver.accountId())) throw EvaluationProblem.OWN_PROPOSAL.raise();
    }
}
