package org.goufu.demo.sql;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the key files of the demo's people. */
@Component
public class KeyFileQueries {
    private static final String OF = """
            select file from demo.key_file where account_id = :account
            """;

    private final DatabaseClient database;

    KeyFileQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Empty for people who got none. */
    public Mono<byte[]> of(UUID accountId) {
        return database.sql(OF)
                .bind("account", accountId)
                .mapValue(byte[].class)
                .one();
    }
}
