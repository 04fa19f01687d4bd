package org.goufu.organization.sql;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads facts for those who keep them. */
@Component
public class FactQueries {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String OF_BODY = """
            select f.*, b.name as body_name, b.kind as body_kind,
                   (select count(*) from organization.fact c where c.body_id = :body) as total
              from organization.fact f
              join organization.body b on b.id = f.body_id
             where f.body_id = :body and f.id < :before
             order by f.id desc
             limit :rows
            """;

    /** What stands, and what a registrar rejected or withdrew of the body's own words in the last two months. */
    private static final String OF_DOSSIER = """
            select f.*, b.name as body_name, b.kind as body_kind, 0::bigint as total
              from organization.fact f
              join organization.body b on b.id = f.body_id
             where f.body_id = :body
               and (f.withdrawn_at is null
                    or f.origin = 'SELF' and f.withdrawn_by <> f.recorded_by
                       and f.withdrawn_at > platform.now() - interval '60 days')
             order by f.kind, f.valid_from desc, f.id
             limit 500
            """;

    private static final String TO_CONFIRM = """
            with waiting as (
                select f.*, b.name as body_name, b.kind as body_kind
                  from organization.fact f
                  join organization.body b on b.id = f.body_id
                 where f.origin = 'SELF' and f.confirmed_at is null and f.withdrawn_at is null
                   and b.region_code like :region || '%'
                   and (b.kind = 'FILED_GROUP' or :registers))
            select waiting.*, (select count(*) from waiting) as total
              from waiting
             where id > :after
             order by id
             limit :rows
            """;

    private final DatabaseClient database;

    FactQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Whole: also what was withdrawn; the last recorded first, below the given id. */
    public Flux<FactRow> ofBody(UUID bodyId, @Nullable UUID before, int rows) {
        return database.sql(OF_BODY)
                .bind("body", bodyId)
                .bind("before", before == null ? AFTER_ALL : before)
                .bind("rows", rows)
                .map(FactRow::of)
                .all();
    }

    public Flux<FactRow> ofDossier(UUID bodyId) {
        return database.sql(OF_DOSSIER).bind("body", bodyId).map(FactRow::of).all();
    }

    /**
     * What bodies of a region declared themselves and nobody has looked at, the oldest first.
     *
     * @param registers whether this office keeps registered bodies too, and not groups alone
     */
    public Flux<FactRow> toConfirm(String region, boolean registers, @Nullable UUID after, int rows) {
        return database.sql(TO_CONFIRM)
                .bind("region", region)
                .bind("registers", registers)
                .bind("after", after == null ? new UUID(0, 0) : after)
                .bind("rows", rows)
                .map(FactRow::of)
                .all();
    }
}
