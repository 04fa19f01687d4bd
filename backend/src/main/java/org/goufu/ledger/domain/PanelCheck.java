package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives again whether a panel is made up as the law asks (87号令 第47条, 74号令 第7条, 财库〔2014〕214号 第14条; domain.md 1.7.1, 1.9): an odd
 * number of seats, as many as method and budget of the whole purchase ask for, and above the purchase limit two experts of three; as many
 * experts as were drawn, and those who took a seat that changed hands.
 */
final class PanelCheck {
    private static final Set<String> TENDERS =
            Set.of("OPEN_TENDER", "INVITED_TENDER", "FRAMEWORK_CLOSED", "FRAMEWORK_OPEN");
    private static final Set<String> NEGOTIATIONS = Set.of("NEGOTIATION", "INQUIRY", "SINGLE_SOURCE");
    private static final int SMALL = 3;
    private static final int MIDDLE = 5;
    private static final int LARGE = 7;
    /** 1,000万元 in fen. */
    private static final long LARGE_BUDGET_FEN = 1_000_000_000L;

    private final Map<String, Object> result;
    private final Entered requested;
    private final String method;

    /** @param requested the entry of the draw */
    PanelCheck(Map<String, Object> result, Entered requested) {
        this.result = result;
        this.requested = requested;
        this.method = Json.said(result, "method");
    }

    /** @param call of all lots of the purchase; empty where it cannot be told */
    boolean isLawful(Optional<Map<String, Object>> call) {
        var panel = Json.objects(result, "panel");
        long experts = panel.stream()
                .filter(one -> Json.said(one, "kind").equals("EXPERT"))
                .count();
        return panel.size() % 2 == 1
                && panel.size() >= least(budget(call))
                && experts == expected()
                && (method.startsWith("BT_") || experts * 3 >= panel.size() * 2);
    }

    /** The next in the drawn order takes a seat that changed hands, also one of whom the purchaser had named. */
    private long expected() {
        long drawn = requested.counting("experts").orElse(0L);
        return drawn
                + Json.object(result, "draw").map(draw -> Json.objects(draw, "left")).orElse(List.of()).stream()
                        .map(left -> Json.whole(left, "seat").orElse(0L))
                        .filter(seat -> seat > drawn)
                        .distinct()
                        .count();
    }

    private long budget(Optional<Map<String, Object>> call) {
        return call.map(notice -> Json.objects(notice, "lots").stream()
                        .mapToLong(lot -> Json.whole(lot, "budgetFen").orElse(0L))
                        .sum())
                .or(() -> Json.whole(result, "ceilingFen"))
                .orElse(0L);
    }

    /** What is complex or of large social impact, and from which amount the law asks for an open tender there, the entry of the draw says. */
    private int least(long budget) {
        if (TENDERS.contains(method)) {
            boolean weighty = Boolean.TRUE.equals(requested.said().get("weighty"));
            return weighty || budget >= LARGE_BUDGET_FEN ? LARGE : MIDDLE;
        }
        boolean large = requested
                .counting("openTenderFen")
                .filter(open -> budget >= open)
                .isPresent();
        return NEGOTIATIONS.contains(method) && large ? MIDDLE : SMALL;
    }
}
