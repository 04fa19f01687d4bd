package org.goufu.organization.sql;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads departments. */
@Component
class SqlDepartmentDirectory implements DepartmentDirectory {
    private static final String FIND = """
            select id, name, credit_code, region_code, purchaser_type, address, phone
              from organization.department
             where id = :id
            """;

    /** Names that begin with the words come first, then the shorter ones, which are the higher offices. */
    private static final String NAMED = """
            select id, name, credit_code, region_code, purchaser_type, address, phone
              from organization.department
             where strpos(name, :text) > 0
             order by strpos(name, :text), length(name), name
             limit :limit
            """;

    private final DatabaseClient database;

    SqlDepartmentDirectory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<DepartmentView> find(UUID id) {
        return database.sql(FIND)
                .bind("id", id)
                .map(SqlDepartmentDirectory::view)
                .one();
    }

    @Override
    public Flux<DepartmentView> named(String text, int limit) {
        return database.sql(NAMED)
                .bind("text", text)
                .bind("limit", limit)
                .map(SqlDepartmentDirectory::view)
                .all();
    }

    private static DepartmentView view(Readable row) {
        return new DepartmentView(
                Objects.requireNonNull(row.get("id", UUID.class)),
                text(row, "name"),
                text(row, "credit_code"),
                text(row, "region_code"),
                text(row, "purchaser_type"),
                text(row, "address"),
                text(row, "phone"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
