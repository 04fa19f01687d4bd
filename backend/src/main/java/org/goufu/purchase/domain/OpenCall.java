package org.goufu.purchase.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/** The open calls that are published from here, each with what the law asks of it (domain.md 1.2, 1.4, 1.6, 1.7.2, 1.9). */
public enum OpenCall {
    /** The purchaser's own rule; notice and wait are one. */
    COMPARISON(ProcurementMethod.BT_COMPARE, "P01", "公开比选（限额标准以下）", "采购公告", Wait.workingDays(3), 3, 0, true),
    /** T03, T05, T07. */
    TENDER(ProcurementMethod.OPEN_TENDER, "N03", "公开招标", "招标公告", Wait.days(20), 5, 5, true),
    /** T04, T08, T09. */
    CONSULTATION(ProcurementMethod.CONSULTATION, "N04", "竞争性磋商", "竞争性磋商公告", Wait.days(10), 3, 5, true),
    /** T04, T10; the lowest final offer wins (财政部令第74号 第35条). */
    NEGOTIATION(ProcurementMethod.NEGOTIATION, "N04", "竞争性谈判", "竞争性谈判公告", Wait.workingDays(3), 3, 0, false);

    private final ProcurementMethod method;
    private final String format;
    private final String way;
    private final String kind;
    private final Wait toDeadline;
    private final int noticeWorkingDays;
    private final int offerWorkingDays;
    private final boolean scored;

    OpenCall(
            ProcurementMethod method,
            String format,
            String way,
            String kind,
            Wait toDeadline,
            int noticeWorkingDays,
            int offerWorkingDays,
            boolean scored) {
        this.method = method;
        this.format = format;
        this.way = way;
        this.kind = kind;
        this.toDeadline = toDeadline;
        this.noticeWorkingDays = noticeWorkingDays;
        this.offerWorkingDays = offerWorkingDays;
        this.scored = scored;
    }

    /** Empty for methods that are not published from here. */
    public static Optional<OpenCall> of(@Nullable ProcurementMethod method) {
        return Arrays.stream(values()).filter(call -> call.method == method).findFirst();
    }

    /** All, in the order in which an officer meets them. */
    public static List<OpenCall> all() {
        return List.of(COMPARISON, CONSULTATION, TENDER, NEGOTIATION);
    }

    public ProcurementMethod method() {
        return method;
    }

    /** The official form, P01, N03 or N04. */
    public String format() {
        return format;
    }

    /** 采购方式, as its notice says it. */
    String way() {
        return way;
    }

    /** What its notice is called. */
    public String kind() {
        return kind;
    }

    /** From the day on which documents are had to the deadline. */
    public Wait toDeadline() {
        return toDeadline;
    }

    /** 公告期限. */
    public int noticeWorkingDays() {
        return noticeWorkingDays;
    }

    /** How long documents must be on offer; 0 where the law does not say. */
    public int offerWorkingDays() {
        return offerWorkingDays;
    }

    /** Whether bids are compared by points; else the lowest price wins. */
    public boolean scored() {
        return scored;
    }

    /** A rule by its name for this method: each limit stands in another article. */
    public String worded(String code) {
        return switch (this) {
            case COMPARISON -> code;
            case TENDER -> code + "-tender";
            case CONSULTATION -> code + "-consultation";
            case NEGOTIATION -> code + "-negotiation";
        };
    }
}
