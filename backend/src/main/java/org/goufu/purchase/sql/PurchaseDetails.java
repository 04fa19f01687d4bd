package org.goufu.purchase.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.Contact;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.domain.Timeline;
import org.goufu.purchase.sql.LotView.RequirementView;
import org.goufu.purchase.usecase.Purchases.Act;
import org.jspecify.annotations.Nullable;

/** A purchase whole, with its timeline and, for its own department, its history. */
public record PurchaseDetails(
        UUID id,
        @Nullable String number,
        PurchaseState state,
        @Nullable String title,
        @Nullable ProcurementMethod method,
        @Nullable String regionCode,
        @Nullable Coded region,
        @Nullable String description,
        List<LotView> lots,
        long budgetFen,
        @Nullable Instant bidDeadline,
        @Nullable Instant openingAt,
        @Nullable Contact contact,
        boolean stagedOpening,
        boolean acceptsConsortium,
        boolean supervisedOpening,
        LowPriceRatios lowPrice,
        @Nullable Statutory statutory,
        BidPlace bidPlace,
        Named department,
        @Nullable UUID noticeId,
        List<Stage> timeline,
        List<HistoryEntry> history,
        long version) {

    /** One stage of the ribbon. */
    public record Stage(
            Timeline.Stage stage,
            Timeline.State state,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable UUID noticeId,
            @Nullable String note) {}

    /** What somebody did. */
    public record HistoryEntry(
            Instant at, String by, Act.Kind act, @Nullable String reason) {}

    /**
     * What the reader may see: its own department everything, others what is published, without who worked on it.
     *
     * <p>Fails with {@code purchase/not-found} for others while it is not published.
     */
    public PurchaseDetails seenBy(@Nullable UUID reader) {
        if (department.id().equals(reader)) {
            return this;
        }
        if (noticeId == null) {
            throw PurchaseProblem.NOT_FOUND.raise();
        }
        return with(department, lots, timeline, List.of());
    }

    PurchaseDetails boughtBy(String departmentName) {
        return with(new Named(department.id(), departmentName), lots, timeline, history);
    }

    /** The same in the reader's language. */
    public PurchaseDetails worded(
            Function<RequirementView, @Nullable String> requirements, UnaryOperator<String> notes) {
        var stages = timeline.stream()
                .map(stage -> new Stage(
                        stage.stage(),
                        stage.state(),
                        stage.at(),
                        stage.until(),
                        stage.noticeId(),
                        stage.note() == null ? null : notes.apply(stage.note())))
                .toList();
        return with(
                department, lots.stream().map(lot -> lot.worded(requirements)).toList(), stages, history);
    }

    private PurchaseDetails with(
            Named buyer, List<LotView> shownLots, List<Stage> stages, List<HistoryEntry> shownHistory) {
        return new PurchaseDetails(
                id,
                number,
                state,
                title,
                method,
                regionCode,
                region,
                description,
                shownLots,
                budgetFen,
                bidDeadline,
                openingAt,
                contact,
                stagedOpening,
                acceptsConsortium,
                supervisedOpening,
                lowPrice,
                statutory,
                bidPlace,
                buyer,
                noticeId,
                stages,
                shownHistory,
                version);
    }
}
