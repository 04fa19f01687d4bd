package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.domain.RegistryImport;
import org.goufu.organization.usecase.Imports;
import org.goufu.platform.http.HttpProblem;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Imports in their table. */
@Component
class SqlImports implements Imports {
    private static final String ADD = """
            insert into organization.import (id, kind, state, unattended, region_code, by_id, by_name,
                                             file_id, file_name, file_size, digest)
            values (:id, :kind, :state, :unattended, :region, :by, :byName, :file, :fileName, :fileSize, :digest)
            """;

    private static final String GET = """
            select id, kind, state, unattended, region_code, by_id, by_name, file_id, file_name, file_size, digest,
                   mapping::text as mapping, new_rows + changed_rows as changing, version
              from organization.import
             where id = :id
            """;

    private static final String SAVE = """
            update organization.import
               set state = :state, mapping = cast(:mapping as jsonb), problem = null, problem_values = '{}',
                   done = 0, lease = null, due_at = clock_timestamp(), attempts = 0, version = version + 1
             where id = :id and version = :version
            """;

    private static final String REMOVE = "delete from organization.import where id = :id and version = :version";

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlImports(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<RegistryImport> add(RegistryImport started) {
        return database.sql(ADD)
                .bind("id", started.id())
                .bind("kind", started.kind().name())
                .bind("state", started.state().name())
                .bind("unattended", started.unattended())
                .bind("region", started.region().value())
                .bind("by", started.byId())
                .bind("byName", started.byName())
                .bind("file", started.fileId())
                .bind("fileName", started.fileName())
                .bind("fileSize", started.fileSize())
                .bind("digest", started.digest())
                .then()
                .thenReturn(started);
    }

    @Override
    public Mono<RegistryImport> get(UUID id) {
        return database.sql(GET)
                .bind("id", id)
                .map(row -> found(row, json))
                .one()
                .switchIfEmpty(Mono.error(ImportProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<RegistryImport> save(RegistryImport next) {
        var mapping = next.mapping() == null ? null : json.writeValueAsString(next.mapping());
        return database.sql(SAVE)
                .bind("id", next.id())
                .bind("state", next.state().name())
                .bind("mapping", mapping == null ? Parameters.in(String.class) : Parameters.in(mapping))
                .bind("version", next.version())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.just(next) : Mono.error(HttpProblem.VERSION_STALE::raise));
    }

    @Override
    public Mono<Void> remove(RegistryImport discarded) {
        return database.sql(REMOVE)
                .bind("id", discarded.id())
                .bind("version", discarded.version())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(HttpProblem.VERSION_STALE::raise));
    }

    static RegistryImport found(Readable row, JsonMapper json) {
        var mapping = row.get("mapping", String.class);
        return new RegistryImport(
                required(row, "id", UUID.class),
                ImportKind.valueOf(required(row, "kind", String.class)),
                ImportState.valueOf(required(row, "state", String.class)),
                required(row, "unattended", Boolean.class),
                new RegionCode(required(row, "region_code", String.class)),
                required(row, "by_id", UUID.class),
                required(row, "by_name", String.class),
                required(row, "file_id", UUID.class),
                required(row, "file_name", String.class),
                required(row, "file_size", Long.class),
                required(row, "digest", String.class),
                mapping == null ? null : json.readValue(mapping, ColumnMapping.class),
                required(row, "changing", Integer.class),
                required(row, "version", Long.class));
    }
}
