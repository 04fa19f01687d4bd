package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.account.domain.Supervisor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the accounts of supervisors. */
@Component
public class SupervisorQueries {
    private static final TypeReference<List<Deed>> DEEDS = new TypeReference<>() {};

    /** Whose place is the pair of region and id. */
    private static final String LIST = """
            select a.id, a.username, a.display_name, a.region_code, a.password_hash <> '' as opened, a.disabled_at is not null as ended,
                   (select coalesce(json_agg(json_build_object('act', d.act, 'byName', d.by_name, 'at', d.at) order by d.id desc), '[]')::text
                      from account.supervisor_deed d where d.account_id = a.id) as deeds,
                   (select count(*) from account.account s where 'SUPERVISOR' = any(s.roles)) as total
              from account.account a
             where 'SUPERVISOR' = any(a.roles) and (a.region_code, a.id) > (:afterRegion, :afterId)
             order by a.region_code, a.id
             limit :rows
            """;

    private final DatabaseClient database;

    SupervisorQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Who did what to the account; none of one that was made without this. */
    public record Deed(Supervisor.Act act, String byName, Instant at) {}

    /**
     * @param opened whether the person has chosen a password
     * @param deeds the newest first
     */
    public record SupervisorRow(
            UUID id,
            String username,
            String displayName,
            String regionCode,
            boolean opened,
            boolean ended,
            List<Deed> deeds,
            long total) {}

    /** By region, after the one of this region and id. */
    public Flux<SupervisorRow> list(String afterRegion, UUID afterId, int rows) {
        return database.sql(LIST)
                .bind("afterRegion", afterRegion)
                .bind("afterId", afterId)
                .bind("rows", rows)
                .map(SupervisorQueries::row)
                .all();
    }

    private static SupervisorRow row(Readable row) {
        return new SupervisorRow(
                required(row, "id", UUID.class),
                required(row, "username", String.class),
                required(row, "display_name", String.class),
                required(row, "region_code", String.class),
                required(row, "opened", Boolean.class),
                required(row, "ended", Boolean.class),
                JsonMapper.shared().readValue(required(row, "deeds", String.class), DEEDS),
                required(row, "total", Long.class));
    }
}
