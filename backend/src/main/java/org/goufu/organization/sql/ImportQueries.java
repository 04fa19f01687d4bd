package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Page;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.domain.CellProblem;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.sql.ImportRow.Kept;
import org.goufu.organization.sql.ImportRow.Outcome;
import org.goufu.platform.http.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads imports and their rows for pages; what lies outside the registrar's region does not exist. */
@Component
public class ImportQueries {
    private static final TypeReference<Map<String, List<@Nullable String>>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String ONE = """
            select i.*, i.mapping::text as columns, e.id as earlier_id, e.state as earlier_state, e.created_at as earlier_at
              from organization.import i
              left join lateral (
                   select e.id, e.state, e.created_at
                     from organization.import e
                    where e.digest = i.digest and e.id < i.id and e.region_code like :region || '%'
                    order by e.id desc
                    limit 1) e on true
             where i.id = :id and i.region_code like :region || '%'
            """;

    private static final String LIST = """
            select i.*, i.mapping::text as columns, cast(null as uuid) as earlier_id, null as earlier_state,
                   cast(null as timestamptz) as earlier_at
              from organization.import i
             where i.region_code like :region || '%' and i.id < :after
             order by i.id desc
             limit :oneMore
            """;

    private static final String COUNT = """
            select count(*) from (select from organization.import where region_code like :region || '%' limit 10001) counted
            """;

    private static final String ROWS = """
            select r.number, o.outcome, r.name, r.credit_code, o.body_id, o.changes::text as changes, r.cells, o.undone, o.kept_for,
                   (case when o.conflict is null then r.problems
                         else r.problems || jsonb_build_array(jsonb_build_object(
                                  'column', '', 'code', o.conflict, 'value', coalesce(o.conflict_value, ''))) end)::text as problems
              from organization.import_outcome o
              join organization.import_row r on r.import_id = o.import_id and r.number = o.number
             where o.import_id = :id and o.number > :after
               and (cast(:outcome as text) is null or o.outcome = :outcome)
               and (cast(:kept as boolean) is null or o.undone = not :kept)
               and (:text = '' or strpos(coalesce(r.name, ''), :text) > 0 or strpos(coalesce(r.credit_code, ''), upper(:text)) > 0)
             order by o.number
             limit :oneMore
            """;

    private static final String COUNT_ROWS = """
            select count(*)
              from (select
                      from organization.import_outcome o
                      join organization.import_row r on r.import_id = o.import_id and r.number = o.number
                     where o.import_id = :id
                       and (cast(:outcome as text) is null or o.outcome = :outcome)
                       and (cast(:kept as boolean) is null or o.undone = not :kept)
                       and (:text = '' or strpos(coalesce(r.name, ''), :text) > 0
                            or strpos(coalesce(r.credit_code, ''), upper(:text)) > 0)
                     limit 10001) counted
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Which rows are asked for.
     *
     * @param kept rows that undoing left alone
     */
    public record Question(
            @Nullable Outcome outcome, @Nullable Boolean kept, String text) {}

    /** Fails with {@code import/not-found}. */
    public Mono<ImportSummary> one(RegionCode region, UUID id) {
        return database.sql(ONE)
                .bind("id", id)
                .bind("region", region.value())
                .map(this::summary)
                .one()
                .switchIfEmpty(Mono.error(ImportProblem.NOT_FOUND::raise));
    }

    /** The newest first. */
    public Mono<Page<ImportSummary>> list(RegionCode region, int size, @Nullable UUID after) {
        var rows = database.sql(LIST)
                .bind("region", region.value())
                .bind("after", after == null ? AFTER_ALL : after)
                .bind("oneMore", size + 1)
                .map(this::summary)
                .all()
                .collectList();
        var total = database.sql(COUNT)
                .bind("region", region.value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
        return rows.zipWith(
                total,
                (items, count) -> Page.cut(
                        items, size, count, item -> PageRequest.cursor(item.id().toString())));
    }

    /** In the order of the file. */
    public Mono<Page<ImportRow>> rows(UUID id, Question question, int size, int after) {
        var rows = asked(ROWS, id, question)
                .bind("after", after)
                .bind("oneMore", size + 1)
                .map(this::row)
                .all()
                .collectList();
        var total = asked(COUNT_ROWS, id, question)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
        return rows.zipWith(
                total,
                (items, count) ->
                        Page.cut(items, size, count, item -> PageRequest.cursor(String.valueOf(item.number()))));
    }

    /** All rows that were refused, in the order of the file, as they are read. */
    public Flux<ImportRow> refused(UUID id) {
        return asked(ROWS, id, new Question(Outcome.REFUSED, null, ""))
                .bind("after", 0)
                .bind("oneMore", Integer.MAX_VALUE)
                .map(this::row)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec asked(String statement, UUID id, Question question) {
        var outcome = question.outcome() == null ? null : question.outcome().name();
        return database.sql(statement)
                .bind("id", id)
                .bind("outcome", Parameters.in(R2dbcType.VARCHAR, outcome))
                .bind("kept", Parameters.in(R2dbcType.BOOLEAN, question.kept()))
                .bind("text", question.text());
    }

    private ImportSummary summary(Readable row) {
        var columns = row.get("columns", String.class);
        var earlier = row.get("earlier_id", UUID.class);
        return new ImportSummary(
                required(row, "id", UUID.class),
                ImportKind.valueOf(required(row, "kind", String.class)),
                ImportState.valueOf(required(row, "state", String.class)),
                required(row, "unattended", Boolean.class),
                required(row, "by_name", String.class),
                required(row, "file_name", String.class),
                required(row, "file_size", Long.class),
                required(row, "created_at", Instant.class),
                row.get("applied_at", Instant.class),
                row.get("undone_at", Instant.class),
                required(row, "done", Integer.class),
                required(row, "total", Integer.class),
                new ImportSummary.Counts(
                        required(row, "new_rows", Integer.class),
                        required(row, "changed_rows", Integer.class),
                        required(row, "unchanged_rows", Integer.class),
                        required(row, "refused_rows", Integer.class),
                        required(row, "undone_rows", Integer.class),
                        required(row, "kept_rows", Integer.class)),
                columns == null ? null : json.readValue(columns, ColumnMapping.class),
                row.get("problem", String.class),
                List.of(required(row, "problem_values", String[].class)),
                earlier == null
                        ? null
                        : new ImportSummary.Earlier(
                                earlier,
                                ImportState.valueOf(required(row, "earlier_state", String.class)),
                                required(row, "earlier_at", Instant.class)),
                required(row, "version", Long.class));
    }

    private ImportRow row(Readable row) {
        return new ImportRow(
                required(row, "number", Integer.class),
                Outcome.valueOf(required(row, "outcome", String.class)),
                row.get("name", String.class),
                row.get("credit_code", String.class),
                row.get("body_id", UUID.class),
                json.readValue(required(row, "changes", String.class), CHANGES),
                json.readValue(required(row, "problems", String.class), PROBLEMS),
                List.of(required(row, "cells", String[].class)),
                row.get("undone", Boolean.class),
                kept(row.get("kept_for", String.class)));
    }

    private static @Nullable Kept kept(@Nullable String why) {
        return why == null ? null : Kept.valueOf(why);
    }
}
