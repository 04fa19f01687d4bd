package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether the sheets that count say of each bid that is ranked how many points it gets for each item that is scored, once, not beyond the
 * item's weight, and where all must find the same the same (87号令 第55条).
 */
final class ScoresCheck {
    private static final long HUNDREDTHS = 100;

    private final List<Map<String, Object>> items;
    private final List<Map<String, Object>> sheets;
    private final List<String> ranked;

    ScoresCheck(Map<String, Object> result) {
        this.items = Json.objects(result, "items");
        this.sheets = Json.objects(result, "sheets");
        this.ranked =
                new Ranking(result).places().stream().map(Ranking.Place::bid).toList();
    }

    boolean follow() {
        var found = new HashMap<String, Long>();
        return sheets.stream().allMatch(sheet -> isWhole(sheet, found));
    }

    /** @param found what the sheets before it found where all must find the same */
    private boolean isWhole(Map<String, Object> sheet, Map<String, Long> found) {
        var missing = new HashSet<>(wanted());
        var seen = new HashSet<String>();
        for (var score : Json.objects(sheet, "scores")) {
            long points = Json.whole(score, "points").orElse(-1L);
            var item = item(Json.whole(score, "item").orElse(-1L));
            var cell = Json.said(score, "bid") + " " + Json.whole(score, "item").orElse(-1L);
            boolean allowed = "QUALITY".equals(item.get("kind"))
                    && points >= 0
                    && points <= Json.whole(item, "weight").orElse(0L) * HUNDREDTHS
                    && seen.add(cell);
            if (!allowed) return false;
            boolean alike = Boolean.TRUE.equals(item.get("objective")) && missing.contains(cell);
            if (alike && found.merge(cell, points, (before, now) -> before) != points) return false;
            missing.remove(cell);
        }
        return missing.isEmpty();
    }

    private Map<String, Object> item(long place) {
        return place >= 0 && place < items.size() ? items.get((int) place) : Map.of();
    }

    private List<String> wanted() {
        var wanted = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (!"QUALITY".equals(items.get(i).get("kind"))) continue;
            for (var bid : ranked) wanted.add(bid + " " + i);
        }
        return wanted;
    }
}
