package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that bids had to answer, one after the other: the call, and the call's corrections. Nothing can be said while not all of them
 * are there as they were entered.
 */
final class CallTexts {
    static final String PUBLISHED = "NOTICE_PUBLISHED";
    static final String CORRECTED = "NOTICE_CORRECTED";

    private final List<Entered> acts;
    private final List<Text> texts = new ArrayList<>();

    /** A text as it was entered. */
    record Text(Entered entry, Map<String, Object> notice) {
        String digest() {
            return entry.saying("digest");
        }

        /** As it is written there, empty without one. */
        String deadline() {
            return Json.said(notice, "deadline");
        }
    }

    /** @param acts in their order in the ledger */
    CallTexts(Bundle bundle, List<Entered> acts) {
        this.acts = acts;
        for (var act : acts) {
            if (!isNotice(act)) continue;
            var bytes = bundle.files().get(Bundle.notice(act.saying("subject")));
            if (bytes == null || !HexFormat.of().formatHex(Hash.sha256(bytes)).equals(act.saying("digest"))) {
                texts.clear();
                return;
            }
            texts.add(new Text(act, Json.members(new String(bytes, StandardCharsets.UTF_8))));
        }
    }

    static boolean isNotice(Entered act) {
        return act.is(PUBLISHED) || act.is(CORRECTED);
    }

    /** In their order in the ledger. */
    List<Text> all() {
        return List.copyOf(texts);
    }

    /** Those in which a lot stands. */
    List<Text> of(String lot) {
        return texts.stream()
                .filter(text -> Bundle.lotIn(text.notice(), lot).isPresent())
                .toList();
    }

    /** The one that held at a place of the ledger; empty where that cannot be said. */
    Optional<Text> at(String lot, long index) {
        return of(lot).stream().filter(text -> text.entry().index() < index).reduce((earlier, later) -> later);
    }

    /** What held when the box was sealed: nothing is judged by what was written when bids were given. Before, what holds now. */
    Optional<Map<String, Object>> held(String lot) {
        long sealed = acts.stream()
                .filter(act -> act.is(BoxCheck.SEALED) && act.saying("subject").equals(lot))
                .mapToLong(Entered::index)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return at(lot, sealed).map(Text::notice);
    }
}
