package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From the proposal to the decision, by two people.
 *
 * @param decider null until it is decided
 */
public record Award(
        UUID proposerId,
        String proposer,
        Instant proposedAt,
        @Nullable String note,
        @Nullable UUID deciderId,
        @Nullable String decider,
        @Nullable Instant decidedAt) {}
