package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.FilingWish;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingState;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Reads a region's filings and their histories. */
@Component
public class FilingQueries {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String LIST = """
            with found as (
                select id, state, name, community_code, number, filed_on, valid_to, asked, updated_at
                  from organization.filing
                 where community_code like :region || '%'
                   and (cast(:state as text) is null or state = :state)
                   and (:text = '' or strpos(name, :text) > 0 or number = upper(:text)))
            select found.*, (select count(*) from (select from found limit 10001) as counted) as total
              from found
             where id < :before
             order by id desc
             limit :rows
            """;

    private static final String ACTS = """
            select version, at, by_name, act, reason, before::text as before, after::text as after,
                   (select count(*) from organization.filing_act a where a.filing_id = :id) as total
              from organization.filing_act
             where filing_id = :id and version < :before
             order by version desc
             limit :rows
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    FilingQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A row of a list.
     *
     * @param asked what the group's contact waits for, null when nothing
     */
    public record FilingRow(
            UUID id,
            FilingState state,
            String name,
            String communityCode,
            @Nullable String number,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate validTo,
            @Nullable FilingWish asked,
            Instant updatedAt,
            long total) {

        static FilingRow of(Readable row) {
            return new FilingRow(
                    required(row, "id", UUID.class),
                    FilingState.valueOf(required(row, "state", String.class)),
                    required(row, "name", String.class),
                    required(row, "community_code", String.class),
                    row.get("number", String.class),
                    row.get("filed_on", LocalDate.class),
                    row.get("valid_to", LocalDate.class),
                    asked(row),
                    required(row, "updated_at", Instant.class),
                    required(row, "total", Long.class));
        }

        private static @Nullable FilingWish asked(Readable row) {
            var asked = row.get("asked", String.class);
            return asked == null ? null : FilingWish.valueOf(asked);
        }
    }

    /** The last begun first, below the given id; no state means every state. */
    public Flux<FilingRow> list(
            String region, @Nullable FilingState state, String text, @Nullable UUID before, int rows) {
        return database.sql(LIST)
                .bind("region", region)
                .bind("state", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.name()))
                .bind("text", text)
                .bind("before", before == null ? AFTER_ALL : before)
                .bind("rows", rows)
                .map(FilingRow::of)
                .all();
    }

    /** The last act first, below the given version. */
    public Flux<HistoryRow<FilingAct>> acts(UUID id, long before, int rows) {
        return database.sql(ACTS)
                .bind("id", id)
                .bind("before", before)
                .bind("rows", rows)
                .map(row -> HistoryRow.of(row, json, FilingAct::valueOf))
                .all();
    }
}
