package org.goufu.ledger.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups must open a lot's bids together (security.md 3.2): below the purchase limit one person of the department and the platform,
 * and a supervisor where the call says so or the department wished; above it two persons of the department, the platform and a supervisor.
 */
final class HolderRules {
    private HolderRules() {}

    /** Without a method only that no key counts twice. */
    static boolean follow(List<Map<String, Object>> groups, Optional<Map<String, Object>> call) {
        return areDistinct(groups)
                && call.filter(notice -> Json.text(notice, "method").isPresent())
                        .map(notice -> areEnough(groups, notice))
                        .orElse(true);
    }

    private static boolean areDistinct(List<Map<String, Object>> groups) {
        var kids = groups.stream()
                .flatMap(group -> Json.objects(group, "members").stream())
                .map(key -> Json.text(key, "kid").orElse(""))
                .toList();
        return new HashSet<>(kids).size() == kids.size();
    }

    private static boolean areEnough(List<Map<String, Object>> groups, Map<String, Object> call) {
        boolean below = Json.text(call, "method").orElse("").startsWith("BT_");
        boolean supervised = !below || Boolean.TRUE.equals(call.get("supervisedOpening"));
        var needed = groups.stream().map(HolderRules::needed).toList();
        var least = List.of(below ? "department 1" : "department 2", "platform 1");
        var all = List.of(least.getFirst(), least.getLast(), "supervision 1");
        return needed.equals(all) || !supervised && needed.equals(least);
    }

    private static String needed(Map<String, Object> group) {
        return Json.text(group, "id").orElse("") + " " + Json.whole(group, "k").orElse(0L);
    }
}
