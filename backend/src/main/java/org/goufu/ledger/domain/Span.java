package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The leaves from {@code first} up to but without {@code end}, as one side of a fork in the tree. */
public record Span(long first, long end) {

    /** The full subtrees that it is made of, from left to right. */
    public List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (long at = first; at < end; ) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(end - at));
            nodes.add(new Node(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** MTH of RFC 9162 2.1.1 over these leaves, from the hashes of the full subtrees. */
    public Hash hash(Function<Node, Hash> known) {
        var nodes = nodes();
        var hash = nodes.isEmpty() ? Hash.EMPTY : known.apply(nodes.getLast());
        for (int i = nodes.size() - 2; i >= 0; i--) {
            hash = Hash.node(known.apply(nodes.get(i)), hash);
        }
        return hash;
    }

    /** Where RFC 9162 forks a tree over these leaves: after the largest power of two that is smaller than their number. */
    long fork() {
        return first + Long.highestOneBit(end - first - 1);
    }
}
