package org.goufu.ledger.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.goufu.ledger.Act;
import org.goufu.ledger.SignersKeys;
import org.goufu.ledger.domain.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Acts on keys of signers in PostgreSQL: what is hashed says whose they are, not a column beside it. */
@Component
class SqlSignersKeys implements SignersKeys {
    private static final String OF = """
            select index, kind, subject, entered_at, body
              from ledger.act
             where kind in ('SIGNING_KEY_ENROLLED', 'SIGNING_KEY_REVOKED') and body::jsonb ->> 'body' = :body
             order by index
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    SqlSignersKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Entered> of(UUID body) {
        return database.sql(OF)
                .bind("body", body.toString())
                .map(SqlSignersKeys::entered)
                .all();
    }

    private static Entered entered(Readable row) {
        var said = JSON.readTree(required(row, "body", String.class));
        return new Entered(
                Act.Kind.valueOf(required(row, "kind", String.class)),
                required(row, "subject", UUID.class),
                required(row, "index", Long.class),
                required(row, "entered_at", Instant.class),
                fingerprint(said.path("pub").asString("")),
                said.path("earlier").asBoolean(false));
    }

    private static @Nullable String fingerprint(String point) {
        try {
            return HexFormat.of().formatHex(Hash.sha256(Base64.getUrlDecoder().decode(point)));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
