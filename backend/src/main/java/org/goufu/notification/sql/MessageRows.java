package org.goufu.notification.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Message;
import org.goufu.notification.domain.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads inbox rows. */
final class MessageRows {
    private static final TypeReference<List<Phrase>> PHRASES = new TypeReference<>() {};

    private MessageRows() {}

    static Message message(Readable row, JsonMapper json) {
        return new Message(
                required(row, "id", Long.class),
                required(row, "recipient_id", UUID.class),
                Kind.of(required(row, "kind", String.class)),
                row.get("notice_id", UUID.class),
                row.get("purchase_id", UUID.class),
                row.get("lot_id", UUID.class),
                row.get("membership_id", UUID.class),
                row.get("body_id", UUID.class),
                place(row.get("place", String.class)),
                required(row, "title", String.class),
                json.readValue(required(row, "reasons", String.class), PHRASES),
                required(row, "at", Instant.class),
                row.get("read_at", Instant.class) != null);
    }

    private static @Nullable Place place(@Nullable String word) {
        return word == null ? null : Place.of(word);
    }

    static Parameter orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }

    static Parameter orNull(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : Parameters.in(text);
    }
}
