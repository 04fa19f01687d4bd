package org.goufu.purchase;

/** Methods of procurement (domain.md 1.2; below the purchase limit 1.9). */
public enum ProcurementMethod {
    OPEN_TENDER,
    INVITED_TENDER,
    NEGOTIATION,
    CONSULTATION,
    INQUIRY,
    SINGLE_SOURCE,
    FRAMEWORK_CLOSED,
    FRAMEWORK_OPEN,
    BT_COMPARE,
    BT_INVITE,
    BT_QUOTE,
    BT_DIRECT,
    BT_VENTURE,
    BT_MICRO,
    BT_EMARKET;

    /** Whether it belongs to purchases below the purchase limit, for which Goufu itself is the medium (domain.md 1.9). */
    public boolean isBelowLimit() {
        return name().startsWith("BT_");
    }

    /** Tenders are won (中标), in all other methods one comes to terms (成交); 政府采购法 第46条 names both. */
    public String outcomeWord() {
        return this == OPEN_TENDER || this == INVITED_TENDER ? "中标" : "成交";
    }

    /** Whether anybody may answer its call, and not only those whom the purchaser asks. */
    public boolean isOpenCall() {
        return switch (this) {
            case OPEN_TENDER,
                    NEGOTIATION,
                    CONSULTATION,
                    INQUIRY,
                    FRAMEWORK_CLOSED,
                    FRAMEWORK_OPEN,
                    BT_COMPARE,
                    BT_VENTURE -> true;
            case INVITED_TENDER, SINGLE_SOURCE, BT_INVITE, BT_QUOTE, BT_DIRECT, BT_MICRO, BT_EMARKET -> false;
        };
    }
}
