package org.goufu.purchase;

/** How many bids there must be at the deadline, and how many must count after each check (domain.md 1.2, 1.7.3 and 1.9). */
public final class LeastBids {
    private static final int THREE = 3;
    /** domain.md 1.9, a purchaser's own rule like the three: below the purchase limit two suffice when a first run found too few. */
    private static final int IN_SECOND_RUN = 2;

    private LeastBids() {}

    /** @param secondRun whether a first run ended because too few came */
    public static int of(ProcurementMethod method, boolean secondRun) {
        return secondRun && method.isBelowLimit() ? Math.min(IN_SECOND_RUN, of(method)) : of(method);
    }

    private static int of(ProcurementMethod method) {
        return switch (method) {
            // 政府采购法 第36条第一款第一项, 令87 第43条; 令74 第37条 and 第48条.
            case OPEN_TENDER, INVITED_TENDER, NEGOTIATION, INQUIRY -> THREE;
            // 财库〔2015〕124号: for services that a government buys, two may go on; one must be terminated.
            case CONSULTATION -> 2;
            // 财政部令第110号: of two that respond one may enter.
            case FRAMEWORK_CLOSED, FRAMEWORK_OPEN -> 2;
            // The purchaser's own rule below the purchase limit; these are the ones that are proposed to it.
            case BT_COMPARE, BT_INVITE, BT_QUOTE -> THREE;
            // One provider is asked, or whoever comes with a plan of his own.
            case SINGLE_SOURCE, BT_DIRECT, BT_VENTURE, BT_MICRO, BT_EMARKET -> 1;
        };
    }
}
