package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/**
 * What responses to a lot are scored by; a draft may leave parts of it open.
 *
 * @param weight points of 100
 */
public record Criterion(
        @Nullable String name,
        @Nullable Integer weight,
        @Nullable Kind kind) {

    /** Whether the points follow from the price alone. */
    public enum Kind {
        PRICE,
        QUALITY
    }
}
