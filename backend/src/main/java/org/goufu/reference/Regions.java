package org.goufu.reference;

import java.util.List;
import java.util.Optional;
import org.goufu.kernel.Coded;

/** The tree of regions, kept in memory: 37,728 nodes that change once a year. */
public interface Regions {
    Optional<Region> find(String code);

    /** In order of code; empty for a leaf or an unknown code. */
    List<Region> children(String parentCode);

    /** From the province down to the node, itself included; empty for an unknown code. */
    List<Region> path(String code);

    /** All nodes of a level (1 to 5), in order of code. */
    List<Region> level(int level);

    /** Code with full name; the code itself stands for the name when it is unknown, as historic codes may be. */
    Coded coded(String code);

    /** Regions whose name begins with or contains the text, higher levels first. */
    List<Region> named(String text, int limit);
}
