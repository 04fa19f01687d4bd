package org.goufu.evaluation.domain;

import org.goufu.purchase.ProcurementMethod;

/** What fewer bids than the method asks for lead to, after each check (domain.md 1.7.3). */
public enum Quorum {
    GO_ON,
    /** 政府采购法 第36条第1项: a tender with fewer than three is void (废标). */
    VOID,
    /** 财政部令74号 第37条, 财库〔2014〕214号 第34条, or the purchaser's own rule below the limit. */
    TERMINATED;

    private static final int THREE = 3;

    /** A consultation for services that the government buys may go on with two (财库〔2015〕124号). */
    private static final int TWO = 2;

    /**
     * @param least bids that must count
     * @param left bids that still count
     */
    public static Quorum of(ProcurementMethod method, int least, int left) {
        if (left >= least) return GO_ON;
        return switch (method) {
            case OPEN_TENDER, INVITED_TENDER -> VOID;
            default -> TERMINATED;
        };
    }

    /** Whether finance may allow to negotiate with the two that are left of a tender (87号令 第43条). */
    public static boolean mayNegotiate(ProcurementMethod method, int left) {
        return of(method, least(method, false), left) == VOID && left == TWO;
    }

    /** @param secondRun below the purchase limit two suffice when a first run found too few (domain.md 1.9) */
    public static int least(ProcurementMethod method, boolean secondRun) {
        return secondRun && method.isBelowLimit() ? Math.min(TWO, least(method)) : least(method);
    }

    private static int least(ProcurementMethod method) {
        return switch (method) {
            case OPEN_TENDER, INVITED_TENDER, NEGOTIATION, INQUIRY, BT_COMPARE, BT_INVITE, BT_QUOTE -> THREE;
            case CONSULTATION, FRAMEWORK_CLOSED, FRAMEWORK_OPEN -> TWO;
            case SINGLE_SOURCE, BT_DIRECT, BT_VENTURE, BT_MICRO, BT_EMARKET -> 1;
        };
    }
}
