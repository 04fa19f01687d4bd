package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** To which holders the bids of a lot had to be sealed, as far as replacements of them tell. */
final class LotKeysets {
    static final String REPLACED = "KEYSET_REPLACED";

    private final List<Entered> replacements;

    /** @param acts in their order in the ledger */
    LotKeysets(List<Entered> acts, String lot) {
        this.replacements = acts.stream()
                .filter(act -> act.is(REPLACED) && act.saying("lot").equals(lot))
                .toList();
    }

    /** Digest of the document that held at a place of the ledger; empty for a lot whose holders never changed. */
    Optional<String> at(long index) {
        if (replacements.isEmpty()) return Optional.empty();
        var held = replacements.getFirst().saying("replaced");
        for (var act : replacements) {
            if (act.index() < index) held = act.saying("keyset");
        }
        return Optional.of(held);
    }

    /** Those that do not replace what held until then. */
    List<Entered> broken() {
        var broken = new ArrayList<Entered>();
        for (int i = 1; i < replacements.size(); i++) {
            var before = replacements.get(i - 1).saying("keyset");
            if (!replacements.get(i).saying("replaced").equals(before)) broken.add(replacements.get(i));
        }
        return broken;
    }
}
