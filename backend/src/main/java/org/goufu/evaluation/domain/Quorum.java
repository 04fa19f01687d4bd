package org.goufu.evaluation.domain;

import org.goufu.purchase.LeastBids;
import org.goufu.purchase.ProcurementMethod;

/** What fewer bids than the method asks for lead to, after each check (domain.md 1.7.3). */
public enum Quorum {
    GO_ON,
    /** 政府采购法 第36条第1项: a tender with fewer than three is void (废标). */
    VOID,
    /** 财政部令74号 第37条, 财库〔2014〕214号 第34条, or the purchaser's own rule below the limit. */
    TERMINATED;

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
        return of(method, LeastBids.of(method, false), left) == VOID && left == TWO;
    }
}
