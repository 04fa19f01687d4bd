package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tree that is built again from all its leaves, one after the other, to hold what is kept of it against. */
public final class Rebuilt {
    /** Levels between those that are kept. */
    private static final int STEP = 8;

    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** The full subtrees of kept levels that this leaf completes. */
    public List<Map.Entry<Node, Hash>> add(Hash leaf) {
        var completed = new ArrayList<Map.Entry<Node, Hash>>();
        var node = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = Hash.node(peaks.removeLast(), node);
            level++;
            if (level % STEP == 0) completed.add(Map.entry(new Node(level, rest >> 1), node));
        }
        peaks.add(node);
        size++;
        return completed;
    }

    public long size() {
        return size;
    }

    public Frontier frontier() {
        return new Frontier(size, peaks);
    }
}
