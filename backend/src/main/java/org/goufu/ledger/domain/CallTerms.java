package org.goufu.ledger.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the call fixed of a lot before anybody's bid was opened (87号令 第55、63条), against what a result or a record says. */
final class CallTerms {
    private static final String CEILING = "CEILING";
    private static final String LOW_PRICE = "LOW_PRICE";

    private final Optional<Map<String, Object>> call;
    private final Optional<Map<String, Object>> lot;

    /** @param texts in which the call may be missing: then nothing can be said */
    CallTerms(CallTexts texts, String lot) {
        this.call = texts.held(lot);
        this.lot = call.flatMap(notice -> Bundle.lotIn(notice, lot));
    }

    /** Whether method, ceiling and items of a result are the call's. */
    boolean are(Map<String, Object> result) {
        return call.isEmpty()
                || Json.said(call.get(), "method").equals(Json.said(result, "method"))
                        && ceiling().equals(Json.whole(result, "ceilingFen"))
                        && items(lot.orElse(Map.of()), "criteria").equals(items(result, "items"));
    }

    private Optional<Long> ceiling() {
        return lot.flatMap(one -> Json.whole(one, "budgetFen"));
    }

    private static List<String> items(Map<String, Object> of, String name) {
        return Json.objects(of, name).stream()
                .map(item -> Json.said(item, "name") + "|" + Json.said(item, "kind") + "|"
                        + Json.whole(item, "weight").orElse(-1L) + "|" + Boolean.TRUE.equals(item.get("objective")))
                .toList();
    }

    /** Whether exactly those bids of a result fell out at the ceiling whose price is above it. */
    boolean excludeAsTheCeilingDoes(Map<String, Object> result) {
        var ceiling = ceiling().or(() -> Json.whole(result, "ceilingFen"));
        return ceiling.isEmpty()
                || Json.objects(result, "bids").stream().allMatch(bid -> isExcludedAsBy(ceiling.get(), bid));
    }

    private static boolean isExcludedAsBy(long ceiling, Map<String, Object> bid) {
        boolean over = Json.whole(bid, "priceFen").orElse(0L) > ceiling;
        var stage = Json.said(bid, "excludedAt");
        if (stage.equals(CEILING)) return over;
        boolean counted = Ranking.isRanked(bid) || stage.equals(LOW_PRICE);
        return !(counted && over);
    }

    /** Whether a bid was read out as above the ceiling exactly when its price is. */
    boolean readAsTheCeilingDoes(Map<String, Object> bid) {
        var total = Json.object(bid, "price").flatMap(price -> Json.whole(price, "totalFen"));
        if (ceiling().isEmpty() || total.isEmpty()) return true;
        boolean over = total.get() > ceiling().get();
        return Json.said(bid, "reason").equals("OVER_CEILING")
                ? over
                : !(over && Json.said(bid, "outcome").equals("OPENED"));
    }
}
