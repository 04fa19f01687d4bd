package org.goufu.ledger.domain;

import java.util.Map;
import java.util.Optional;

/**
 * How many bids a call asks for (domain.md 1.2, 1.7.3): by its method, and below the purchase limit two in the second run of a lot for
 * which too few came (1.9).
 */
final class LeastCheck {
    private static final String NOTHING = "NONE";
    private static final long IN_SECOND_RUN = 2;
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("OPEN_TENDER", 3L),
            Map.entry("INVITED_TENDER", 3L),
            Map.entry("NEGOTIATION", 3L),
            Map.entry("INQUIRY", 3L),
            Map.entry("CONSULTATION", 2L),
            Map.entry("FRAMEWORK_CLOSED", 2L),
            Map.entry("FRAMEWORK_OPEN", 2L),
            Map.entry("BT_COMPARE", 3L),
            Map.entry("BT_INVITE", 3L),
            Map.entry("BT_QUOTE", 3L));

    private LeastCheck() {}

    /** Whether as many were asked for as the call says, and as many came where something was opened. True without a call. */
    static boolean follows(Entered opening, CallTexts texts) {
        var least = least(opening.saying("lot"), texts);
        if (least.isEmpty()) return true;
        boolean came = opening.counting("bids").orElse(-1L) >= least.get();
        return opening.counting("least").equals(least)
                && came != opening.saying("stage").equals(NOTHING);
    }

    /** Whether as many bids of a result counted to the end (domain.md 1.7.3): with fewer nobody is awarded. True without a call. */
    static boolean isLeft(Map<String, Object> result, String lot, CallTexts texts) {
        long left = Json.objects(result, "bids").stream()
                .filter(bid -> bid.get("excludedAt") == null)
                .count();
        return least(lot, texts).filter(least -> left < least).isEmpty();
    }

    private static Optional<Long> least(String lot, CallTexts texts) {
        var call = texts.held(lot).orElse(Map.of());
        var method = Json.said(call, "method");
        boolean secondRun = method.startsWith("BT_")
                && Bundle.lotIn(call, lot)
                        .flatMap(one -> Json.object(one, "repeats"))
                        .flatMap(before -> Json.text(before, "lotId"))
                        .isPresent();
        return Optional.ofNullable(LEAST.get(method)).map(usual -> secondRun ? Math.min(IN_SECOND_RUN, usual) : usual);
    }
}
