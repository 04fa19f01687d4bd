package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goufu.purchase.NoticeType;
import org.jspecify.annotations.Nullable;

/** Lays the stages of a purchase on a line with today on it (domain.md 6.1). */
public final class Timeline {
    private static final int CONTRACT_WITHIN_DAYS = 30;

    private Timeline() {}

    /** The stages of the ribbon, in order. */
    public enum Stage {
        INTENTION,
        NOTICE,
        OPENING,
        EVALUATION,
        RESULT,
        CONTRACT,
        ACCEPTANCE
    }

    /** Where a stage stands today. */
    public enum State {
        DONE,
        RUNNING,
        AHEAD
    }

    /** A stage; the note is a key of the bundles, null for none. */
    public record Entry(
            Stage stage,
            State state,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable UUID noticeId,
            @Nullable String note) {}

    /** A notice of the purchase. */
    public record Published(
            UUID id, NoticeType type, Instant at, @Nullable Instant deadline) {}

    /**
     * All stages that this purchase has; the intention only where one was published.
     *
     * @param purchase what it came to with the last of its lots: each comes to something by itself, with a notice of its own
     */
    public static List<Entry> of(
            List<Published> notices,
            PurchaseState purchase,
            @Nullable Instant bidDeadline,
            @Nullable Instant openingAt,
            Instant now) {
        var entries = new ArrayList<Entry>();
        first(notices, Set.of(NoticeType.INTENTION))
                .ifPresent(intention -> entries.add(done(Stage.INTENTION, intention)));
        var notice = first(notices, EnumSet.of(NoticeType.PROCUREMENT, NoticeType.SINGLE_SOURCE));
        var terminated = first(notices, Set.of(NoticeType.TERMINATION));
        var result = first(notices, Set.of(NoticeType.RESULT));
        var deadline = notice.map(Published::deadline).orElse(bidDeadline);
        entries.add(notice.map(one -> published(one, now))
                .orElse(new Entry(Stage.NOTICE, State.AHEAD, null, bidDeadline, null, null)));
        if (terminated.isPresent() && purchase == PurchaseState.TERMINATED) {
            var end = terminated.get();
            entries.add(new Entry(Stage.RESULT, State.DONE, end.at(), null, end.id(), "timeline.terminated"));
            return entries;
        }
        var opening = openingAt == null ? deadline : openingAt;
        var opened = notice.isPresent() && opening != null && !opening.isAfter(now) || result.isPresent();
        entries.add(new Entry(Stage.OPENING, opened ? State.DONE : State.AHEAD, opening, null, null, null));
        boolean decided = purchase != PurchaseState.PUBLISHED;
        entries.add(evaluation(opened, opening, result.filter(one -> decided).orElse(null)));
        entries.add(result.map(one -> decided ? done(Stage.RESULT, one) : running(Stage.RESULT, one))
                .orElse(ahead(Stage.RESULT, null, "timeline.result")));
        contract(notices, result.orElse(null), entries);
        return entries;
    }

    private static Entry published(Published notice, Instant now) {
        var running = notice.deadline() != null && notice.deadline().isAfter(now);
        return new Entry(
                Stage.NOTICE, running ? State.RUNNING : State.DONE, notice.at(), notice.deadline(), notice.id(), null);
    }

    private static Entry evaluation(boolean opened, @Nullable Instant opening, @Nullable Published result) {
        if (result != null) {
            return new Entry(Stage.EVALUATION, State.DONE, opening, result.at(), null, null);
        }
        return opened
                ? new Entry(Stage.EVALUATION, State.RUNNING, opening, null, null, null)
                : ahead(Stage.EVALUATION, null, "timeline.evaluation");
    }

    private static void contract(List<Published> notices, @Nullable Published result, List<Entry> entries) {
        var contract = first(notices, Set.of(NoticeType.CONTRACT));
        // 政府采购法 第46条: signed within thirty days of the award letter.
        var latest = result == null ? null : result.at().plus(CONTRACT_WITHIN_DAYS, ChronoUnit.DAYS);
        entries.add(contract.map(one -> done(Stage.CONTRACT, one))
                .orElse(ahead(Stage.CONTRACT, latest, "timeline.contract")));
        entries.add(first(notices, Set.of(NoticeType.ACCEPTANCE))
                .map(one -> done(Stage.ACCEPTANCE, one))
                .orElse(new Entry(
                        Stage.ACCEPTANCE,
                        contract.isPresent() ? State.RUNNING : State.AHEAD,
                        contract.map(Published::at).orElse(null),
                        null,
                        null,
                        "timeline.acceptance")));
    }

    private static Entry done(Stage stage, Published notice) {
        return new Entry(stage, State.DONE, notice.at(), null, notice.id(), null);
    }

    /** Of some lots, and not yet of all. */
    private static Entry running(Stage stage, Published notice) {
        return new Entry(stage, State.RUNNING, notice.at(), null, notice.id(), null);
    }

    private static Entry ahead(Stage stage, @Nullable Instant until, String note) {
        return new Entry(stage, State.AHEAD, null, until, null, note);
    }

    private static Optional<Published> first(List<Published> notices, Set<NoticeType> types) {
        return notices.stream()
                .filter(notice -> types.contains(notice.type()))
                .min(Comparator.comparing(Published::at));
    }
}
