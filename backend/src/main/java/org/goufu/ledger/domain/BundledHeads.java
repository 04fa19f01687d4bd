package org.goufu.ledger.domain;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Heads of the ledger whose roots seeds were made of: numbers that nobody could choose, since the ledger signed them and grew from them. */
public final class BundledHeads {
    private static final String HEADS = "heads/";
    private static final Pattern HEAD = Pattern.compile("heads/([1-9][0-9]{0,14})\\.checkpoint");

    private final Bundle bundle;
    private final Verifier trusted;
    private final Checkpoint last;
    private final BiConsumer<BundleFault, String> found;
    private final Set<String> known = new HashSet<>();

    /** @param last the bundle's own head */
    BundledHeads(Bundle bundle, Verifier trusted, Checkpoint last, BiConsumer<BundleFault, String> found) {
        this.bundle = bundle;
        this.trusted = trusted;
        this.last = last;
        this.found = found;
    }

    /** Where the head of a size lies in a bundle. */
    public static String head(long size) {
        return HEADS + size + ".checkpoint";
    }

    /** The size whose head lies there; empty for any other file. */
    public static Optional<Long> sizeAt(String path) {
        var found = HEAD.matcher(path);
        return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }

    /** Where the proof lies that the bundle's own head begins with it: the hashes of RFC 9162 2.1.4.1, a line each. */
    public static String proof(long size) {
        return HEADS + size + ".consistency";
    }

    /** The files that it looked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    static long size(Map<String, Object> head) {
        return Json.whole(head, "size").orElse(-1L);
    }

    /** Whether the ledger signed it and begins with it; true also where its file, or the proof, is missing, which is named. */
    boolean isSigned(Map<String, Object> head) {
        if (size(head) > last.size()) return false;
        var path = head(size(head));
        known.add(path);
        var note = bundle.text(path);
        if (note.isEmpty()) {
            found.accept(BundleFault.HEAD_MISSING, path);
            return true;
        }
        return SignedNote.open(note.get(), trusted)
                .flatMap(signed -> Receipt.head(signed, trusted))
                .filter(signed -> signed.size() == size(head))
                .filter(signed ->
                        HexFormat.of().formatHex(signed.root().bytes()).equals(Json.said(head, "root")))
                .filter(this::isBegun)
                .isPresent();
    }

    /** Whoever has the ledger's key can sign any number as its head, but not prove that it grew from it. */
    private boolean isBegun(Checkpoint signed) {
        var path = proof(signed.size());
        known.add(path);
        var file = bundle.text(path);
        if (file.isEmpty()) {
            found.accept(BundleFault.HEAD_UNPROVEN, path);
            return true;
        }
        return path(file.get())
                .filter(proof -> signed.size() > 0
                        && Proof.isConsistent(signed.size(), signed.root(), last.size(), last.root(), proof))
                .isPresent();
    }

    private static Optional<List<Hash>> path(String text) {
        if (text.isEmpty()) return Optional.of(List.of());
        if (!text.endsWith("\n")) return Optional.empty();
        try {
            return Optional.of(List.of(text.substring(0, text.length() - 1).split("\n", -1)).stream()
                    .map(Hash::ofBase64)
                    .toList());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
