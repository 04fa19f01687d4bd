package org.goufu.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A code of the five-level tree of regions: 2, 4, 6, 9 or 12 digits (domain.md 4.1).
 *
 * <p>The parent is the code cut to the next shorter length, so "is it under?" is "does it start with?".
 */
public record RegionCode(String value) {
    private static final Prefixes TREE = new Prefixes(2, 4, 6, 9, 12);
    private static final Pattern FORM = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public RegionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a region code: " + value);
        }
    }

    /** 1 province, 2 city, 3 county, 4 street or township, 5 community or village. */
    public int level() {
        return TREE.level(value);
    }

    /** From the province down to this node, itself included. */
    public List<String> path() {
        return TREE.path(value);
    }

    /** Whether the other node is this one or lies under it. */
    public boolean covers(RegionCode other) {
        return other.value.startsWith(value);
    }

    /** Whether one of the two lies in the other. */
    public boolean touches(RegionCode other) {
        return covers(other) || other.covers(this);
    }

    /** This node cut to a level; itself when it is not deeper. */
    public RegionCode upTo(int level) {
        return level >= level() ? this : new RegionCode(TREE.upTo(level, value));
    }
}
