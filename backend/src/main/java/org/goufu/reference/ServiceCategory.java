package org.goufu.reference;

import org.jspecify.annotations.Nullable;

/**
 * A node of the guiding catalogue of services.
 *
 * @param level 1 to 4; the fourth level is the platform's own
 * @param source {@code M} from memory, {@code M?} unsure, {@code D} our own (domain.md 0.1)
 * @param verified whether a person compared it with the official catalogue
 */
public record ServiceCategory(
        String code,
        String name,
        int level,
        @Nullable String parent,
        int childCount,
        String source,
        boolean verified) {}
