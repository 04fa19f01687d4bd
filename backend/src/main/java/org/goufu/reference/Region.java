package org.goufu.reference;

import org.jspecify.annotations.Nullable;

/**
 * A node of the five-level tree of regions.
 *
 * @param level 1 province to 5 community
 * @param fullName the names from the city down, apart by spaces, so that two places of one name never look the same
 */
public record Region(
        String code, String name, int level, @Nullable String parent, int childCount, String fullName) {}
