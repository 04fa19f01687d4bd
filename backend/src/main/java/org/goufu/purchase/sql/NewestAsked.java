package org.goufu.purchase.sql;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the newest notices are asked for.
 *
 * @param regions any of them or a place under it; empty for the whole province
 */
public record NewestAsked(
        List<String> regions,
        @Nullable Instant publishedFrom,
        @Nullable Instant publishedTo) {}
