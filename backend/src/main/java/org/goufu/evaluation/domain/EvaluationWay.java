package org.goufu.evaluation.domain;

import org.goufu.purchase.ProcurementMethod;

/** How bids are compared (domain.md 1.2). */
public enum EvaluationWay {
    /** 综合评分法. */
    SCORE,
    /** The lowest price of those that meet the needs. */
    LOWEST_PRICE;

    /** 74号令 第35、48条: in negotiations and inquiries the lowest price wins. */
    public static EvaluationWay of(ProcurementMethod method) {
        return switch (method) {
            case NEGOTIATION, INQUIRY, BT_QUOTE -> LOWEST_PRICE;
            default -> SCORE;
        };
    }
}
