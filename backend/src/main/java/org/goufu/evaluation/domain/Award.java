package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
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
        @Nullable Instant decidedAt) {}
