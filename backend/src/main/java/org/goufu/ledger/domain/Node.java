package org.goufu.ledger.domain;

/**
 * A full subtree: of height {@code level}, over the leaves from {@code index << level}.
 *
 * @param level 0 for a leaf
 * @param index counted from the left among the subtrees of its height
 */
public record Node(int level, long index) {
    public long first() {
        return index << level;
    }

    /** Counts the leaves. */
    public long leaves() {
        return 1L << level;
    }
}
