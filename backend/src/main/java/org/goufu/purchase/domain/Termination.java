package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.TerminationReason;
import org.jspecify.annotations.Nullable;

/**
 * The end of a lot without a result, prepared by one and published by another (政府采购法 第36条).
 *
 * @param official where the statutory medium published it, of a call for which there is one; what the platform prepared lacks it still
 * @param by who wrote it last; null for the platform, which prepares what follows from the opening
 */
public record Termination(
        UUID lot,
        TerminationReason reason,
        String explanation,
        @Nullable OfficialPublication official,
        @Nullable Author by) {
    private static final int LONGEST = 2_000;

    /** A person of the department. */
    public record Author(UUID id, String name) {}

    /**
     * As a person wrote it, over what was there before.
     *
     * <p>Fails with {@code purchase/termination-incomplete} naming the fields. What the platform found stays its reason: a person may only
     * say it better.
     */
    public static Termination written(
            UUID lot,
            @Nullable TerminationReason reason,
            @Nullable String explanation,
            @Nullable OfficialPublication official,
            Actor by,
            @Nullable Termination before,
            boolean bidsHere) {
        var found = before != null && before.isOfThePlatform(bidsHere);
        var text = explanation == null ? "" : explanation.strip();
        if (!found && reason == null) throw incomplete("/reason", "required");
        if (!found && bidsHere && !reason.isForPeople()) throw incomplete("/reason", "said-by-the-platform");
        if (text.isEmpty()) throw incomplete("/explanation", "required");
        if (text.codePointCount(0, text.length()) > LONGEST) throw incomplete("/explanation", "too-long", LONGEST);
        return new Termination(
                lot, found ? before.reason() : reason, text, official, new Author(by.accountId(), by.displayName()));
    }

    /** Fails with {@code purchase/termination-incomplete} where the statutory medium must have published it first and that is not shown. */
    public Termination referenced(NoticeContent call, PublicationMedia media, Instant now) {
        var fields =
                OfficialReference.blocking(OfficialReference.check("/officialPublication", official, call, media, now));
        if (!fields.isEmpty()) throw PurchaseProblem.TERMINATION_INCOMPLETE.raise(fields);
        return this;
    }

    /** Fails with {@code purchase/termination-of-the-platform}: what follows from the opening cannot be taken back. */
    public Termination dropped(boolean bidsHere) {
        if (isOfThePlatform(bidsHere)) throw PurchaseProblem.TERMINATION_OF_THE_PLATFORM.raise();
        return this;
    }

    /** Fails with {@code purchase/termination-same-person}: nobody ends a purchase alone (内部控制: 不相容岗位分离). */
    public Termination publishedBy(Actor approver) {
        if (by != null && by.id().equals(approver.accountId())) throw PurchaseProblem.TERMINATION_SAME_PERSON.raise();
        return this;
    }

    /** Where bids were given on another platform, people learn there how many came, and say so. */
    private boolean isOfThePlatform(boolean bidsHere) {
        return bidsHere && !reason.isForPeople();
    }

    private static RuntimeException incomplete(String pointer, String code, Object... arguments) {
        return PurchaseProblem.TERMINATION_INCOMPLETE.raise(List.of(FieldProblem.of(pointer, code, arguments)));
    }
}
