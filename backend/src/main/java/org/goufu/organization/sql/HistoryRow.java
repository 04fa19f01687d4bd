package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An act in a history: each item with what stood there and what stands there since.
 *
 * @param reason why, where the act asks for one
 * @param total of the whole history
 */
public record HistoryRow<A extends Enum<A>>(
        long version,
        Instant at,
        String byName,
        A act,
        @Nullable String reason,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        long total) {
    private static final TypeReference<Map<String, @Nullable Object>> ITEMS = new TypeReference<>() {};

    static <A extends Enum<A>> HistoryRow<A> of(Readable row, JsonMapper json, Function<String, A> act) {
        return new HistoryRow<>(
                required(row, "version", Long.class),
                required(row, "at", Instant.class),
                required(row, "by_name", String.class),
                act.apply(required(row, "act", String.class)),
                row.get("reason", String.class),
                json.readValue(required(row, "before", String.class), ITEMS),
                json.readValue(required(row, "after", String.class), ITEMS),
                required(row, "total", Long.class));
    }
}
