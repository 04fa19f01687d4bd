package org.goufu.organization.sql;

import org.goufu.organization.usecase.ImportFolder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The lease of the folder in its one row. */
@Component
class SqlImportFolder implements ImportFolder {
    private static final String CLAIM = """
            update organization.import_folder
               set due_at = clock_timestamp() + interval '1 hour'
             where due_at <= clock_timestamp()
            """;

    private final DatabaseClient database;

    SqlImportFolder(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> claim() {
        return database.sql(CLAIM).fetch().rowsUpdated().map(rows -> rows == 1);
    }
}
