package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Derives again who opens the bids (security.md 3.2): that the documents to which they are sealed are those that were entered, that each
 * key in them had been enrolled for its very group and not revoked, with nothing left out that was done to it, and that as many of each group are needed as the call demands.
 *
 * <p>Whoever could slip an own key into every group could read all bids and leave everything else in order.
 */
final class KeysetCheck {
    static final String ENROLLED = "KEY_ENROLLED";
    static final String REVOKED = "KEY_REVOKED";
    static final String KEYSETS = "keysets/";

    private static final String DEPARTMENT = "department";

    private final Bundle bundle;
    private final List<Entered> acts;
    private final CallTexts texts;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();

    /** @param acts in their order in the ledger */
    KeysetCheck(Bundle bundle, List<Entered> acts, CallTexts texts, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.texts = texts;
        this.found = found;
    }

    /** The files that it looked for. */
    Set<String> check() {
        for (var act : acts) {
            if (LotKeysets.isKeyset(act)) document(act);
        }
        acts.stream()
                .filter(act -> act.is(LotKeysets.REPLACED))
                .map(act -> act.saying("lot"))
                .distinct()
                .flatMap(lot -> new LotKeysets(acts, lot).broken().stream())
                .forEach(act -> found.accept(BundleFault.KEYSET_DIFFERS, act.path()));
        unentered();
        return known;
    }

    private void unentered() {
        for (var path : new TreeSet<>(bundle.files().keySet())) {
            if (path.startsWith(KEYSETS) && known.add(path)) found.accept(BundleFault.KEYSET_UNENTERED, path);
        }
    }

    private void document(Entered act) {
        var path = KEYSETS + act.saying("subject") + ".json";
        known.add(path);
        var bytes = bundle.files().get(path);
        if (bytes == null) {
            found.accept(BundleFault.KEYSET_MISSING, path);
            return;
        }
        if (!HexFormat.of().formatHex(Hash.sha256(bytes)).equals(act.saying("keyset"))) {
            found.accept(BundleFault.KEYSET_CHANGED, path);
            return;
        }
        var groups = Json.objects(Json.members(new String(bytes, StandardCharsets.UTF_8)), "groups");
        var call = texts.held(act.saying("lot"));
        if (!HolderRules.follow(groups, call)) found.accept(BundleFault.GROUPS_DIFFER, act.path());
        for (var kid : new KeyActs(acts).differing(act, groups)) {
            found.accept(BundleFault.KEY_ACTS_DIFFER, act.path() + "#" + kid);
        }
        var department = call.flatMap(notice -> Json.object(notice, DEPARTMENT)).flatMap(one -> Json.text(one, "id"));
        for (var group : groups) {
            for (var key : Json.objects(group, "members")) key(act, Json.said(group, "id"), key, department);
        }
    }

    private void key(Entered keyset, String group, Map<String, Object> key, Optional<String> department) {
        var where = keyset.path() + "#" + Json.said(key, "kid");
        boolean enrolled = before(keyset, ENROLLED, key).stream()
                .anyMatch(act -> act.saying("group").equals(group)
                        && act.saying("pub").equals(Json.said(key, "pub"))
                        && (!group.equals(DEPARTMENT)
                                || department.isEmpty()
                                || act.saying(DEPARTMENT).equals(department.get())));
        if (!enrolled) found.accept(BundleFault.KEY_UNENROLLED, where);
        if (before(keyset, REVOKED, key).isEmpty()) return;
        // Of a keyset whose place says nothing it cannot be told which came first.
        found.accept(LotKeysets.isEarlier(keyset) ? BundleFault.UNKNOWN : BundleFault.KEY_REVOKED, where);
    }

    private List<Entered> before(Entered keyset, String kind, Map<String, Object> key) {
        return acts.stream()
                .filter(act -> act.is(kind) && act.index() < keyset.index())
                .filter(act -> act.saying("kid").equals(Json.said(key, "kid")))
                .toList();
    }
}
