package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.SigningKey;
import org.goufu.bidding.usecase.SigningKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Public keys in PostgreSQL; a revoked one stays, for what it signed stays signed. */
@Component
class SqlSigningKeys implements SigningKeys {
    private static final String ENROL = """
            insert into bidding.signing_key (id, body, account, holder, point) values (:id, :body, :account, :holder, :point)
            """;

    private static final String KEYS = """
            select id, body, account, holder, encode(point, 'hex') as point, revoked_at is not null as revoked
              from bidding.signing_key
            """;

    private static final String FIND = KEYS + " where id = any(:ids)";

    private static final String REVOKE = """
            update bidding.signing_key set revoked_at = platform.now()
             where id = :id and body = :body and revoked_at is null
            returning id, body, account, holder, encode(point, 'hex') as point, true as revoked
            """;

    private static final String CHANGES = "select count(*) + count(revoked_at) from bidding.signing_key";

    private static final String AFTER = KEYS + """
             where :id::uuid is null or id > :id::uuid
             order by id
             limit :size
            """;

    private final DatabaseClient database;

    SqlSigningKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> enrol(SigningKey key) {
        return database.sql(ENROL)
                .bind("id", key.id())
                .bind("body", key.body())
                .bind("account", key.account())
                .bind("holder", key.holder())
                .bind("point", ByteBuffer.wrap(key.point()))
                .then();
    }

    @Override
    public Flux<SigningKey> find(Collection<UUID> ids) {
        return database.sql(FIND)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(SqlSigningKeys::key)
                .all();
    }

    private static SigningKey key(Readable row) {
        return new SigningKey(
                required(row, "id", UUID.class),
                required(row, "body", UUID.class),
                required(row, "account", UUID.class),
                required(row, "holder", String.class),
                HexFormat.of().parseHex(required(row, "point", String.class)),
                required(row, "revoked", Boolean.class));
    }

    @Override
    public Mono<SigningKey> revoke(UUID id, UUID body) {
        return database.sql(REVOKE)
                .bind("id", id)
                .bind("body", body)
                .map(SqlSigningKeys::key)
                .one()
                .switchIfEmpty(Mono.error(BidProblem.KEY_UNKNOWN::raise));
    }

    @Override
    public Mono<Long> changes() {
        return database.sql(CHANGES).mapValue(Long.class).one();
    }

    @Override
    public Flux<SigningKey> after(@Nullable UUID id, int size) {
        return database.sql(AFTER)
                .bind("id", orNull(id, UUID.class))
                .bind("size", size)
                .map(SqlSigningKeys::key)
                .all();
    }
}
