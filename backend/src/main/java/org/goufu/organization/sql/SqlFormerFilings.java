package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.FormerFilings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the filing that ended with a registration. */
@Component
class SqlFormerFilings implements FormerFilings {
    private static final String OF = """
            select number, filed_on, (act.at at time zone 'Asia/Shanghai')::date as registered_on
              from organization.filing
              join organization.filing_act act on act.filing_id = filing.id and act.act = 'REGISTERED'
             where filing.id = :body and act.at <= :known
            """;

    private final DatabaseClient database;

    SqlFormerFilings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<FormerFiling> of(UUID bodyId, Instant known) {
        return database.sql(OF)
                .bind("body", bodyId)
                .bind("known", known)
                .map(row -> new FormerFiling(
                        required(row, "number", String.class),
                        required(row, "filed_on", LocalDate.class),
                        required(row, "registered_on", LocalDate.class)))
                .one();
    }
}
