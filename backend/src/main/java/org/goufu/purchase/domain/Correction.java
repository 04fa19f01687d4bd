package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;

/**
 * A change of what was published, written by one and published by another (domain.md 1.6, N06).
 *
 * @param content what holds from then on, whole
 * @param reason why, in the words of the notice
 * @param official where the statutory medium published it, of a call for which there is one
 */
public record Correction(
        UUID purchase,
        Content content,
        String reason,
        @Nullable OfficialPublication official,
        UUID byId,
        String byName) {
    private static final int LONGEST_REASON = 2_000;

    /**
     * As a person wrote it.
     *
     * <p>Fails with {@code purchase/correction-incomplete} naming the fields.
     */
    public static Correction written(
            CorrectedCall call,
            Content content,
            @Nullable String reason,
            @Nullable OfficialPublication official,
            Actor by) {
        var text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) throw incomplete("/reason", "required");
        if (text.codePointCount(0, text.length()) > LONGEST_REASON)
            throw incomplete("/reason", "too-long", LONGEST_REASON);
        return new Correction(call.purchase(), content, text, official, by.accountId(), by.displayName());
    }

    /** When bidders are told of it: by the statutory medium, where there is one, else when it is published here. */
    public Instant told(Instant now) {
        return official == null || official.publishedAt() == null ? now : official.publishedAt();
    }

    /** What the rules say to its reference: the statutory medium publishes it first (财政部令第101号), after the call itself. */
    public List<Finding> checkOfficial(CorrectedCall call, Circumstances circumstances) {
        return OfficialReference.check(
                "/officialPublication", official, call.text(), circumstances.media(), circumstances.now());
    }

    /** What would hold: what the form leaves out stays as it is; fails with {@code purchase/correction-incomplete} where lots were added or left out. */
    public static Content changed(CorrectedCall call, Content given) {
        if (!given.lots().isEmpty()
                && given.lots().size() != call.content().lots().size())
            throw incomplete("/changes/lots", "correction-fixed");
        return call.content().over(given);
    }

    /** Fails with {@code purchase/correction-same-person}: nobody publishes alone (内部控制: 不相容岗位分离). */
    public Correction publishedBy(Actor approver) {
        if (byId.equals(approver.accountId())) throw PurchaseProblem.CORRECTION_SAME_PERSON.raise();
        return this;
    }

    private static RuntimeException incomplete(String pointer, String code, Object... arguments) {
        return PurchaseProblem.CORRECTION_INCOMPLETE.raise(List.of(FieldProblem.of(pointer, code, arguments)));
    }
}
