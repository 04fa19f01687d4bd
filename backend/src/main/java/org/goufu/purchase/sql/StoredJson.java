package org.goufu.purchase.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the parts of drafts that stand in JSON columns: nothing absent. */
final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    always -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private StoredJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Of a column called {@code official}. */
    static @Nullable OfficialPublication official(Readable row) {
        var json = row.get("official", String.class);
        return json == null ? null : read(json, OfficialPublication.class);
    }

    static Parameter official(@Nullable OfficialPublication official) {
        return official == null ? Parameters.in(String.class) : Parameters.in(write(official));
    }
}
