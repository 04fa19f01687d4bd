package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Derives again that nothing is missing that was done to the keys in a document of holders before it was entered: its act names the last
 * act of each key, in the document's order, and that act its predecessor.
 *
 * <p>What was entered before acts of keys named their predecessors says nothing of them.
 */
final class KeyActs {
    private final List<Entered> acts;

    /** @param acts in their order in the ledger */
    KeyActs(List<Entered> acts) {
        this.acts = acts;
    }

    static boolean isOfKey(Entered act) {
        return act.is(KeysetCheck.ENROLLED) || act.is(KeysetCheck.REVOKED);
    }

    /** Those of a document's keys whose last act is another than the one that it rests on. */
    List<String> differing(Entered keyset, List<Map<String, Object>> groups) {
        var kids = groups.stream()
                .flatMap(group -> Json.objects(group, "members").stream())
                .map(key -> Json.text(key, "kid").orElse(""))
                .toList();
        var rests = Json.texts(keyset.said(), "rests");
        var differing = new ArrayList<String>();
        if (rests.isEmpty() && !areNamed(keyset)) return differing;
        for (int i = 0; i < kids.size(); i++) {
            var named = i < rests.size() ? rests.get(i) : "";
            if (!named.equals(last(keyset, kids.get(i)))) differing.add(kids.get(i));
        }
        return differing;
    }

    /** Whether acts of keys named their predecessors by then. */
    private boolean areNamed(Entered keyset) {
        return acts.stream()
                .filter(act -> act.index() < keyset.index())
                .anyMatch(act -> isOfKey(act)
                        ? act.said().containsKey("follows")
                        : !Json.texts(act.said(), "rests").isEmpty());
    }

    private String last(Entered keyset, String kid) {
        return acts.stream()
                .filter(act -> isOfKey(act)
                        && act.index() < keyset.index()
                        && act.saying("kid").equals(kid))
                .reduce((earlier, later) -> later)
                .map(Entered::commitment)
                .orElse("");
    }
}
