package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Lots whose bids were given and judged on the statutory medium: nothing of them can be derived again but their notices, and nothing was
 * done here with bids for them.
 */
final class ElsewhereCheck {
    private final Bundle bundle;
    private final List<Entered> acts;
    private final BiConsumer<BundleFault, String> found;

    ElsewhereCheck(Bundle bundle, List<Entered> acts, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.acts = acts;
        this.found = found;
    }

    /** The titles of such lots. */
    List<String> check() {
        var titles = new ArrayList<String>();
        for (var act : acts) {
            if (!act.is(CallTexts.PUBLISHED)) continue;
            var path = Bundle.notice(act.saying("subject"));
            var elsewhere = Json.object(notice(act, path), "elsewhere");
            if (elsewhere.isEmpty()) continue;
            var lot = Json.said(elsewhere.get(), "lotId");
            if (acts.stream().anyMatch(one -> isOfBids(one, lot))) found.accept(BundleFault.RESULT_ELSEWHERE, path);
            titles.add(Json.said(elsewhere.get(), "lotTitle"));
        }
        return titles;
    }

    private Map<String, Object> notice(Entered act, String path) {
        var bytes = bundle.files().get(path);
        return bytes == null || !HexFormat.of().formatHex(Hash.sha256(bytes)).equals(act.saying("digest"))
                ? Map.of()
                : Json.members(new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean isOfBids(Entered act, String lot) {
        return LotKeysets.isKeyset(act) && act.saying("lot").equals(lot)
                || act.is(BoxCheck.OPENED) && act.saying("lot").equals(lot)
                || act.is(BoxCheck.SEALED) && act.saying("subject").equals(lot)
                || act.is("AWARDED") && act.saying("subject").equals(lot);
    }
}
