package org.goufu.search.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From one moment up to another, both included; null is unbounded. */
public record Span(@Nullable Instant from, @Nullable Instant to) {
    public static final Span EVER = new Span(null, null);

    boolean isUnbounded() {
        return from == null && to == null;
    }
}
