package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The texts that bids for a lot had to answer, one after the other: its call, and the call's corrections. */
final class CallTexts {
    static final String PUBLISHED = "NOTICE_PUBLISHED";
    static final String CORRECTED = "NOTICE_CORRECTED";

    private final List<Text> texts = new ArrayList<>();
    private boolean whole = true;

    /** @param deadline as it is written there, empty without one */
    record Text(long index, String digest, String deadline) {}

    /** @param acts in their order in the ledger */
    CallTexts(Bundle bundle, List<Entered> acts, String lot) {
        for (var act : acts) {
            if (isNotice(act)) look(bundle, act, lot);
        }
    }

    static boolean isNotice(Entered act) {
        return act.is(PUBLISHED) || act.is(CORRECTED);
    }

    /** The one that held at a place of the ledger; empty where that cannot be said, since not all texts are there as they were entered. */
    Optional<Text> at(long index) {
        if (!whole) return Optional.empty();
        return texts.stream().filter(text -> text.index() < index).reduce((earlier, later) -> later);
    }

    private void look(Bundle bundle, Entered act, String lot) {
        var bytes = bundle.files().get(Bundle.notice(act.saying("subject")));
        if (bytes == null || !HexFormat.of().formatHex(Hash.sha256(bytes)).equals(act.saying("digest"))) {
            whole = false;
            return;
        }
        var notice = Json.members(new String(bytes, StandardCharsets.UTF_8));
        if (Bundle.lotIn(notice, lot).isEmpty()) return;
        texts.add(new Text(
                act.index(), act.saying("digest"), Json.text(notice, "deadline").orElse("")));
    }
}
