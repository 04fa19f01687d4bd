package org.goufu.purchase.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One contracting process from its first draft on.
 *
 * @param authors everybody who wrote or submitted it: none of them may approve it
 * @param errors how many rules the content broke when it was last saved
 * @param warnings how many it should be looked at for
 * @param number its human number, given when it is published
 * @param noticeId the procurement notice that published it
 */
public record Purchase(
        UUID id,
        UUID departmentId,
        PurchaseState state,
        Content content,
        Set<UUID> authors,
        int errors,
        int warnings,
        @Nullable String number,
        @Nullable UUID noticeId,
        long version) {
    /** Of a reason to give it back, in characters. */
    private static final int LONGEST_REASON = 500;

    public Purchase {
        authors = Set.copyOf(authors);
    }

    public static Purchase drafted(UUID id, Actor author, Content content) {
        return new Purchase(
                id, author.department(), PurchaseState.DRAFT, content, Set.of(author.accountId()), 0, 0, null, null, 1);
    }

    /** Fails with {@code purchase/not-found} for another department: that a draft exists is nobody else's business. */
    public Purchase ownedBy(UUID department) {
        if (!departmentId.equals(department)) {
            throw PurchaseProblem.NOT_FOUND.raise();
        }
        return this;
    }

    /** Fails with {@code purchase/changed-meanwhile} when the caller saw another version; null leaves it unchecked. */
    public Purchase seenAs(@Nullable Long seen) {
        if (seen != null && seen != version) {
            throw PurchaseProblem.CHANGED_MEANWHILE.raise();
        }
        return this;
    }

    public Purchase rewritten(Actor author, Content replacement) {
        return draft().with(PurchaseState.DRAFT, replacement, plus(author));
    }

    /** Only a draft may be deleted. */
    public Purchase draft() {
        if (state != PurchaseState.DRAFT) {
            throw PurchaseProblem.NOT_DRAFT.raise(state);
        }
        return this;
    }

    public Purchase submitted(Actor author, List<Finding> findings) {
        draft();
        refuseErrors(findings);
        return with(PurchaseState.IN_REVIEW, content, plus(author)).counted(findings);
    }

    /** Fails with {@code purchase/reason-missing} or {@code purchase/reason-too-long}. */
    public Purchase returned(String reason) {
        inReview();
        if (reason.isBlank()) {
            throw PurchaseProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "required")));
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw PurchaseProblem.REASON_TOO_LONG.raise(
                    List.of(FieldProblem.of("/reason", "too-long", LONGEST_REASON)));
        }
        return with(PurchaseState.DRAFT, content, authors);
    }

    /** Whoever wrote any of it cannot approve it: nobody publishes alone (内部控制: 编制与审核岗位分离). */
    public Purchase approvedBy(Actor approver, List<Finding> findings) {
        inReview();
        if (authors.contains(approver.accountId())) {
            throw PurchaseProblem.SAME_PERSON.raise();
        }
        refuseErrors(findings);
        return counted(findings);
    }

    public Purchase published(String givenNumber, UUID notice) {
        return new Purchase(
                id,
                departmentId,
                PurchaseState.PUBLISHED,
                content,
                authors,
                errors,
                warnings,
                givenNumber,
                notice,
                version);
    }

    public Purchase counted(List<Finding> findings) {
        var blocking = (int) findings.stream().filter(Finding::blocks).count();
        return new Purchase(
                id,
                departmentId,
                state,
                content,
                authors,
                blocking,
                findings.size() - blocking,
                number,
                noticeId,
                version);
    }

    /** The same purchase as the store numbered it. */
    public Purchase at(long saved) {
        return new Purchase(id, departmentId, state, content, authors, errors, warnings, number, noticeId, saved);
    }

    private void inReview() {
        if (state != PurchaseState.IN_REVIEW) {
            throw PurchaseProblem.NOT_IN_REVIEW.raise(state);
        }
    }

    private static void refuseErrors(List<Finding> findings) {
        var fields = findings.stream()
                .filter(Finding::blocks)
                .map(finding -> new FieldProblem(finding.pointer(), finding.code(), finding.arguments()))
                .toList();
        if (!fields.isEmpty()) {
            throw PurchaseProblem.NOT_READY.raise(fields, fields.size());
        }
    }

    private Set<UUID> plus(Actor author) {
        var all = new HashSet<>(authors);
        all.add(author.accountId());
        return all;
    }

    private Purchase with(PurchaseState next, Content nextContent, Set<UUID> nextAuthors) {
        return new Purchase(
                id, departmentId, next, nextContent, nextAuthors, errors, warnings, number, noticeId, version);
    }
}
