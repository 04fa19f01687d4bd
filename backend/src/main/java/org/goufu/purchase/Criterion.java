package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/**
 * What responses to a lot are scored by; a draft may leave parts of it open.
 *
 * @param weight points of 100
 * @param objective true where the facts alone decide, so that every evaluator must give the same points (令87 第55条)
 */
public record Criterion(
        @Nullable String name,
        @Nullable Integer weight,
        @Nullable Kind kind,
        @Nullable Boolean objective) {

    public Criterion(@Nullable String name, @Nullable Integer weight, @Nullable Kind kind) {
        this(name, weight, kind, null);
    }

    public boolean mustAgree() {
        return Boolean.TRUE.equals(objective);
    }

    /** Whether the points follow from the price alone. */
    public enum Kind {
        PRICE,
        QUALITY
    }
}
