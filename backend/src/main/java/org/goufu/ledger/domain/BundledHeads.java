package org.goufu.ledger.domain;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Heads of the ledger whose roots seeds were made of: numbers that nobody could choose, since the ledger signed them. */
final class BundledHeads {
    static final String HEADS = "heads/";

    private final Bundle bundle;
    private final Verifier trusted;
    private final long size;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();

    /** @param size of the ledger under the bundle's head */
    BundledHeads(Bundle bundle, Verifier trusted, long size, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.trusted = trusted;
        this.size = size;
        this.found = found;
    }

    /** The files that it looked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    static long size(Map<String, Object> head) {
        return Json.whole(head, "size").orElse(-1L);
    }

    /** Whether the ledger signed it, and not behind the bundle's head; true also where its file is missing, which is named. */
    boolean isSigned(Map<String, Object> head) {
        if (size(head) > size) return false;
        var path = HEADS + size(head) + ".checkpoint";
        known.add(path);
        var note = bundle.text(path);
        if (note.isEmpty()) {
            found.accept(BundleFault.HEAD_MISSING, path);
            return true;
        }
        return SignedNote.open(note.get(), trusted)
                .flatMap(signed -> Receipt.head(signed, trusted))
                .filter(signed -> signed.size() == size(head))
                .map(signed -> HexFormat.of().formatHex(signed.root().bytes()))
                .filter(root -> root.equals(Json.text(head, "root").orElse("")))
                .isPresent();
    }
}
