package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;

/** Which parts of a tree make a proof, the lowest first. */
public final class Path {
    private Path() {}

    /**
     * PATH of RFC 9162 2.1.3.1: what a stranger needs to get from leaf {@code index} to the root over {@code size} leaves.
     *
     * <p>Throws {@link IllegalArgumentException} when the tree has no such leaf.
     */
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("no leaf " + index + " among " + size);
        var parts = new ArrayList<Span>();
        var tree = new Span(0, size);
        while (tree.end() - tree.first() > 1) {
            long fork = tree.fork();
            var left = new Span(tree.first(), fork);
            var right = new Span(fork, tree.end());
            parts.add(index < fork ? right : left);
            tree = index < fork ? left : right;
        }
        return parts.reversed();
    }

    /**
     * PROOF of RFC 9162 2.1.4.1: that the tree over {@code size} leaves begins with the one over {@code before} leaves.
     *
     * <p>Throws {@link IllegalArgumentException} unless 0 &lt; before &le; size.
     */
    public static List<Span> consistency(long before, long size) {
        if (before <= 0 || before > size) throw new IllegalArgumentException(before + " of " + size);
        var parts = new ArrayList<Span>();
        var tree = new Span(0, size);
        boolean whole = true;
        while (before != tree.end()) {
            long fork = tree.fork();
            var left = new Span(tree.first(), fork);
            var right = new Span(fork, tree.end());
            parts.add(before <= fork ? right : left);
            whole &= before <= fork;
            tree = before <= fork ? left : right;
        }
        if (!whole) parts.add(tree);
        return parts.reversed();
    }
}
