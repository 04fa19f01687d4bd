package org.goufu.ledger.domain;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks proofs as RFC 9162 tells a stranger to, knowing nothing of the tree. */
public final class Proof {
    private Proof() {}

    /** RFC 9162 2.1.3.2; the root that the path leads to, or none when the path has not the right length. */
    public static Optional<Hash> rootOf(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) return Optional.empty();
        long node = index;
        long last = size - 1;
        var root = leaf;
        for (var hash : path) {
            if (last == 0) return Optional.empty();
            if ((node & 1) == 1 || node == last) {
                root = Hash.node(hash, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = Hash.node(root, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** RFC 9162 2.1.4.2: whether the tree over {@code size} leaves is the one over {@code before} leaves with more at its end. */
    public static boolean isConsistent(long before, Hash rootBefore, long size, Hash root, List<Hash> path) {
        if (before < 0 || before > size) return false;
        if (before == size) return path.isEmpty() && rootBefore.equals(root);
        if (before == 0) return path.isEmpty() && rootBefore.equals(Hash.EMPTY);
        var hashes = path.iterator();
        long node = before - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        if (node > 0 && !hashes.hasNext()) return false;
        var start = node > 0 ? hashes.next() : rootBefore;
        return climbs(start, node, last, hashes, rootBefore, root);
    }

    private static boolean climbs(
            Hash start, long firstNode, long firstLast, Iterator<Hash> hashes, Hash rootBefore, Hash root) {
        long node = firstNode;
        long last = firstLast;
        var old = start;
        var grown = start;
        while (hashes.hasNext()) {
            if (last == 0) return false;
            var hash = hashes.next();
            if ((node & 1) == 1 || node == last) {
                old = Hash.node(hash, old);
                grown = Hash.node(hash, grown);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                grown = Hash.node(grown, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(rootBefore) && grown.equals(root);
    }
}
