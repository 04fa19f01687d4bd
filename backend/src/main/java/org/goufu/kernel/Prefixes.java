package org.goufu.kernel;

import java.util.Arrays;
import java.util.List;

/** A tree in which the code of a node is the beginning of the codes of all that lies under it; each level has a length of its own. */
final class Prefixes {
    private final int[] lengths;

    Prefixes(int... lengths) {
        this.lengths = lengths;
    }

    /** Counted from 1. */
    int level(String code) {
        return Arrays.binarySearch(lengths, code.length()) + 1;
    }

    /** From the top down to this node, itself included. */
    List<String> path(String code) {
        return Arrays.stream(lengths)
                .filter(length -> length <= code.length())
                .mapToObj(length -> code.substring(0, length))
                .toList();
    }

    String upTo(int level, String code) {
        return code.substring(0, lengths[level - 1]);
    }
}
