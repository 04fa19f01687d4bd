package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * The result of a portal's lot, written by one person of the department and waiting for another to publish it.
 *
 * @param authors everybody who wrote it: none of them may publish it
 * @param byName who wrote it last
 * @param at when
 * @param returned why it was given back, null while it waits; what was written stays
 * @param version 0 for one that was not kept yet
 */
public record PortalProposal(
        UUID lot,
        PortalResult result,
        Set<UUID> authors,
        String byName,
        Instant at,
        @Nullable Return returned,
        long version) {
    private static final int LONGEST_REASON = 2_000;

    public PortalProposal {
        authors = Set.copyOf(authors);
    }

    /** A refusal to publish it as it is. */
    public record Return(String reason, String byName) {}

    public static PortalProposal first(UUID lot, PortalResult result, Actor author, Instant now) {
        return new PortalProposal(lot, result, Set.of(author.accountId()), author.displayName(), now, null, 0);
    }

    public PortalProposal rewritten(PortalResult other, Actor author, Instant now) {
        var all = new HashSet<>(authors);
        all.add(author.accountId());
        return new PortalProposal(lot, other, all, author.displayName(), now, null, version);
    }

    /** Fails with {@code purchase/changed-meanwhile} when the caller saw another version; null leaves it unchecked. */
    public PortalProposal seenAs(@Nullable Long seen) {
        if (seen != null && seen != version) throw PurchaseProblem.CHANGED_MEANWHILE.raise();
        return this;
    }

    public PortalProposal returnedBy(Actor approver, String reason) {
        decidedBy(approver);
        var said = reason.strip();
        if (said.isEmpty()) throw PurchaseProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "required")));
        if (said.codePointCount(0, said.length()) > LONGEST_REASON) {
            throw PurchaseProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "too-long", LONGEST_REASON)));
        }
        return new PortalProposal(lot, result, authors, byName, at, new Return(said, approver.displayName()), version);
    }

    /**
     * Fails with {@code purchase/portal-result-same-person} for whoever wrote any of it (内部控制: 不相容岗位分离), and with
     * {@code purchase/portal-result-returned} once it was given back.
     */
    public PortalProposal decidedBy(Actor approver) {
        if (authors.contains(approver.accountId())) throw PurchaseProblem.PORTAL_RESULT_SAME_PERSON.raise();
        if (returned != null) throw PurchaseProblem.PORTAL_RESULT_RETURNED.raise();
        return this;
    }
}
