package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree from the outside: enough of it to append a leaf and to say its root.
 *
 * @param size counts the leaves
 * @param peaks the full subtrees that the tree is made of, the largest first: one for each bit of the size
 */
public record Frontier(long size, List<Hash> peaks) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) throw new IllegalArgumentException("not a tree's peaks");
    }

    public Frontier with(Hash leaf) {
        var merged = new ArrayList<>(peaks);
        var node = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = Hash.node(merged.removeLast(), node);
        }
        merged.add(node);
        return new Frontier(size + 1, merged);
    }

    public Hash root() {
        if (peaks.isEmpty()) return Hash.EMPTY;
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }
}
