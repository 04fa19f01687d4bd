package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** To which holders the bids of a lot had to be sealed, as the ledger tells. */
final class LotKeysets {
    static final String FROZEN = "KEYSET_FROZEN";
    static final String REPLACED = "KEYSET_REPLACED";

    private final Optional<Entered> frozen;
    private final List<Entered> replacements;

    /** @param acts in their order in the ledger */
    LotKeysets(List<Entered> acts, String lot) {
        this.frozen = acts.stream()
                .filter(act -> act.is(FROZEN) && act.saying("lot").equals(lot))
                .findFirst();
        this.replacements = acts.stream()
                .filter(act -> act.is(REPLACED) && act.saying("lot").equals(lot))
                .toList();
    }

    static boolean isKeyset(Entered act) {
        return act.is(FROZEN) || act.is(REPLACED);
    }

    /** Whether it was frozen before the ledger knew of keysets: then the place of its act tells nothing. */
    static boolean isEarlier(Entered act) {
        return Boolean.TRUE.equals(act.said().get("earlier"));
    }

    /** Digest of the document that held at a place of the ledger; empty before one was entered. */
    Optional<String> at(long index) {
        return frozen.filter(act -> act.index() < index || isEarlier(act)).map(first -> {
            var held = first.saying("keyset");
            for (var act : replacements) {
                if (act.index() < index) held = act.saying("keyset");
            }
            return held;
        });
    }

    /** Those that do not replace what held until then. */
    List<Entered> broken() {
        var broken = new ArrayList<Entered>();
        var held = frozen.map(first -> first.saying("keyset")).orElse("");
        for (var act : replacements) {
            if (!act.saying("replaced").equals(held)) broken.add(act);
            held = act.saying("keyset");
        }
        return broken;
    }
}
