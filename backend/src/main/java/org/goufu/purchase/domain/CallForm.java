package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeContent.Section;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.reference.WorkCalendar;

/** Writes the notice of a call that passed every rule, in the official form of its method: P01, N03 or N04 (domain.md 1.6). */
public final class CallForm {
    private CallForm() {}

    /** The buyer as the form names it. */
    public record Buyer(Named department, String address, String phone) {}

    /** What is said beside the call itself: its number and moment, where its bids are given, the failed lots whose second runs these are. */
    public record Setting(
            Buyer buyer,
            String number,
            Instant publishedAt,
            WorkCalendar calendar,
            BidPlace bids,
            Map<UUID, FailedLot> failed) {}

    /**
     * The notice as it is published.
     *
     * @param placeName full name of a region code
     * @param categoryName name of a code of the catalogue
     */
    public static NoticeContent of(
            Purchase purchase, Setting setting, UnaryOperator<String> placeName, UnaryOperator<String> categoryName) {
        var content = purchase.content();
        var call = OpenCall.of(content.method()).orElseThrow();
        var parts = new CallParts(content, setting, placeName, categoryName);
        var official = content.statutoryOrNothing().officialPublication();
        return new NoticeContent(
                setting.number(),
                purchase.id(),
                parts.projectNumber(),
                NoticeType.PROCUREMENT,
                call.format(),
                content.title() + " " + call.kind(),
                parts.summary(),
                setting.buyer().department(),
                Objects.requireNonNull(content.regionCode()),
                call.method(),
                content.budgetFen(),
                setting.publishedAt(),
                parts.deadline(),
                parts.opening(),
                OfficialReference.of(official),
                Objects.requireNonNull(content.description()),
                Objects.requireNonNull(content.contact()),
                parts.lots(),
                sections(call.method(), parts),
                content.stagedOpening(),
                content.acceptsConsortium(),
                content.supervisedOpening(),
                content.lowPrice(),
                null,
                null);
    }

    private static List<Section> sections(ProcurementMethod method, CallParts parts) {
        return method.isBelowLimit() ? new ComparisonForm(parts).sections() : new StatutoryForm(parts).sections();
    }
}
