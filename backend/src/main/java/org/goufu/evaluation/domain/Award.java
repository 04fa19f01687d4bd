package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/**
 * From the proposal to the decision, by two people.
 *
 * @param namesakes null where nobody of the panel has the name of one who speaks for a bidder
 * @param openness why the purchaser did not call openly though it supervises the winner (C07); null where that is not so
 * @param decider null until it is decided
 * @param official where the statutory medium published the result; null below the purchase limit
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
        @Nullable Instant decidedAt,
        @Nullable OfficialPublication official) {

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
                null,
                null);
    }

    Award decided(Actor approver, @Nullable OfficialPublication official, Instant now) {
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
                now,
                official);
    }

    /** Fails with {@code evaluation/own-proposal}. */
    void mustBeAnothers(Actor approver) {
        if (proposerId.equals(approver.accountId())) throw EvaluationProblem.OWN_PROPOSAL.raise();
    }
}
