package org.goufu.evaluation.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the proposer writes down with a proposal, for the approver and for those who supervise.
 *
 * @param note what the approver should know
 * @param namesakes see {@link Award}
 * @param openness see {@link Award}
 */
public record Proposal(
        @Nullable String note,
        @Nullable Namesakes namesakes,
        @Nullable String openness) {
    public static final Proposal WORDLESS = new Proposal(null, null, null);
}
