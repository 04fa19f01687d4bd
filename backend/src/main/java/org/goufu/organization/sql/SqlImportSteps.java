package org.goufu.organization.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.BodyUse;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.usecase.ImportSteps;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Steps of imports, each a few statements over all their rows. */
@Component
class SqlImportSteps implements ImportSteps {
    /** A whole comparison is one statement; the pool's own limit is meant for requests. */
    private static final String PATIENTLY = "set local statement_timeout = '180s'";

    private static final String CLAIM = """
            update organization.import
               set lease = :lease, due_at = clock_timestamp() + interval '60 seconds', attempts = attempts + 1
             where id = (select id
                           from organization.import
                          where state in ('READING', 'COMPARING', 'APPLYING', 'UNDOING') and due_at <= clock_timestamp()
                          order by due_at
                          limit 1
                            for update skip locked)
            returning id, kind, state, unattended, region_code, by_id, by_name, file_id, file_name, file_size, digest,
                      mapping::text as mapping, new_rows + changed_rows as changing, version, attempts
            """;

    private static final String PROGRESS = """
            update organization.import
               set done = :done, due_at = clock_timestamp() + interval '60 seconds'
             where id = :id and lease = :lease
            """;

    private static final String READ = """
            update organization.import
               set state = 'COMPARING', mapping = cast(:mapping as jsonb), total = :rows, done = 0, attempts = 0,
                   lease = null, due_at = clock_timestamp(), version = version + 1
             where id = :id and lease = :lease
            """;

    private static final String FORGET = "delete from organization.import_outcome where import_id = :id";

    private static final String PREVIEW = """
            update organization.import i
               set state = case when i.unattended and c.new_rows + c.changed_rows > 0 then 'APPLYING' else 'PREVIEW' end,
                   new_rows = c.new_rows, changed_rows = c.changed_rows, unchanged_rows = c.unchanged_rows,
                   refused_rows = c.refused_rows, done = 0, attempts = 0, lease = null, due_at = clock_timestamp(),
                   version = version + 1
              from (select count(*) filter (where outcome = 'NEW') as new_rows,
                           count(*) filter (where outcome = 'CHANGED') as changed_rows,
                           count(*) filter (where outcome = 'UNCHANGED') as unchanged_rows,
                           count(*) filter (where outcome = 'REFUSED') as refused_rows
                      from organization.import_outcome
                     where import_id = :id) c
             where i.id = :id and i.lease = :lease
            """;

    private static final String LOCK = """
            with held as (
                select o.outcome = 'CHANGED' and b.version <> o.body_version as stale
                  from organization.import_outcome o
                  join organization.body b on b.id = o.body_id
                 where o.import_id = :id and o.outcome in ('NEW', 'CHANGED')
                 order by b.id
                   for update of b),
            gone as (
                select 1
                  from organization.import_outcome o
                 where o.import_id = :id and o.outcome = 'CHANGED'
                   and not exists (select 1 from organization.body b where b.id = o.body_id))
            select (select count(*) from held where stale) + (select count(*) from gone) as stale
            """;

    private static final String LAST_ROW = """
            select coalesce(max(number), 0) as last from organization.import_outcome where import_id = :id
            """;

    private static final String FINISH_APPLIED = """
            update organization.import
               set state = 'APPLIED', applied_at = platform.now(), done = total, lease = null, version = version + 1
             where id = :id and lease = :lease
            """;

    private static final String FINISH_UNDONE = """
            update organization.import i
               set state = 'UNDONE', undone_at = platform.now(), done = total, lease = null, version = version + 1,
                   undone_rows = c.undone, kept_rows = c.kept
              from (select count(*) filter (where undone) as undone, count(*) filter (where not undone) as kept
                      from organization.import_outcome
                     where import_id = :id) c
             where i.id = :id and i.lease = :lease
            """;

    private static final String REFUSE = """
            update organization.import
               set state = case state when 'READING' then 'REFUSED'
                                      when 'UNDOING' then 'APPLIED'
                                      when 'APPLYING' then case when :again then 'COMPARING' else 'PREVIEW' end
                                      else 'REFUSED' end,
                   problem = :problem, problem_values = :values, unattended = false, done = 0, attempts = 0, lease = null,
                   due_at = clock_timestamp(), version = version + 1
             where id = :id and lease = :lease
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final SqlImportWrites writes;

    SqlImportSteps(DatabaseClient database, JsonMapper json, SqlImportWrites writes) {
        this.database = database;
        this.json = json;
        this.writes = writes;
    }

    @Override
    public Mono<Claimed> claim() {
        var lease = UUID.randomUUID();
        return database.sql(CLAIM)
                .bind("lease", lease)
                .map(row -> new Claimed(
                        SqlImports.found(row, json), lease, Objects.requireNonNull(row.get("attempts", Integer.class))))
                .one();
    }

    @Override
    public Mono<Void> progress(Claimed claimed, int done) {
        return held(database.sql(PROGRESS).bind("done", done), claimed);
    }

    @Override
    public Mono<Void> read(Claimed claimed, ColumnMapping mapping, int rows) {
        return held(
                database.sql(READ)
                        .bind("mapping", json.writeValueAsString(mapping))
                        .bind("rows", rows),
                claimed);
    }

    @Override
    public Mono<Void> compare(Claimed claimed, LocalDate today) {
        return database.sql(PATIENTLY)
                .then()
                .then(database.sql(FORGET).bind("id", claimed.work().id()).then())
                .then(database.sql(ImportComparison.COMPARE)
                        .bind("id", claimed.work().id())
                        .bind("today", today)
                        .then())
                .then(held(database.sql(PREVIEW), claimed));
    }

    @Override
    public Mono<Integer> lock(Claimed claimed) {
        return database.sql(PATIENTLY)
                .then()
                .then(database.sql(LOCK)
                        .bind("id", claimed.work().id())
                        .map(row -> Objects.requireNonNull(row.get("stale", Integer.class)))
                        .one());
    }

    @Override
    public Mono<Integer> lastRow(UUID importId) {
        return database.sql(LAST_ROW)
                .bind("id", importId)
                .map(row -> Objects.requireNonNull(row.get("last", Integer.class)))
                .one();
    }

    @Override
    public Flux<UUID> apply(Claimed claimed, int fromRow, int toRow, LocalDate today) {
        return writes.apply(claimed.work(), new SqlImportWrites.Range(fromRow, toRow), today);
    }

    @Override
    public Flux<UUID> added(Claimed claimed, int fromRow, int toRow) {
        return writes.added(claimed.work(), new SqlImportWrites.Range(fromRow, toRow));
    }

    @Override
    public Mono<Void> keep(Claimed claimed, int fromRow, int toRow, List<BodyUse.Used> used) {
        return writes.keep(claimed.work(), new SqlImportWrites.Range(fromRow, toRow), used);
    }

    @Override
    public Flux<UUID> undo(Claimed claimed, int fromRow, int toRow) {
        return writes.undo(claimed.work(), new SqlImportWrites.Range(fromRow, toRow));
    }

    @Override
    public Mono<Void> finish(Claimed claimed, Ending ending) {
        return held(
                database.sql(
                        switch (ending) {
                            case APPLIED -> FINISH_APPLIED;
                            case UNDONE -> FINISH_UNDONE;
                        }),
                claimed);
    }

    @Override
    public Mono<Void> refuse(Claimed claimed, String problem, List<String> values, boolean compareAgain) {
        return held(
                database.sql(REFUSE)
                        .bind("problem", problem)
                        .bind("values", values.toArray(String[]::new))
                        .bind("again", compareAgain),
                claimed);
    }

    /** Whoever lost the lease must not commit. */
    private static Mono<Void> held(DatabaseClient.GenericExecuteSpec statement, Claimed claimed) {
        return statement
                .bind("id", claimed.work().id())
                .bind("lease", claimed.lease())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(() -> new IllegalStateException("lease lost")));
    }
}
