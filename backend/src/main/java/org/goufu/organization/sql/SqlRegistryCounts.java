package org.goufu.organization.sql;

import io.r2dbc.spi.Readable;
import org.goufu.organization.RegistryCounts;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts bodies by kind in one pass. */
@Component
class SqlRegistryCounts implements RegistryCounts {
    private static final String COUNT = """
            select count(*) filter (where kind = 'LEGAL_PERSON') as organizations,
                   count(*) filter (where kind = 'FILED_GROUP') as filed_groups,
                   count(*) filter (where kind = 'FEDERATION') as federations
              from organization.body
            """;

    private final DatabaseClient database;

    SqlRegistryCounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Counts> count() {
        return database.sql(COUNT)
                .map(row -> new Counts(
                        number(row, "organizations"), number(row, "filed_groups"), number(row, "federations")))
                .one();
    }

    private static long number(Readable row, String column) {
        var value = row.get(column, Long.class);
        return value == null ? 0 : value;
    }
}
