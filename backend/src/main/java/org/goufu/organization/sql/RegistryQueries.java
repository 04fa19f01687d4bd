package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.organization.Standing;
import org.goufu.organization.domain.BodyAct;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads registered bodies and their histories for registrars. */
@Component
public class RegistryQueries {

    private static final String ORGANIZATIONS = """
            with found as (
                select b.id, b.name, b.kind, b.legal_form, b.credit_code, b.region_code, b.founded_on
                  from organization.body b
                 where b.kind <> 'FILED_GROUP' and b.region_code like :region || '%'
                   and (:text = '' or strpos(b.name, :text) > 0 or b.credit_code = upper(:text)
                        or b.legacy_cert_no = :text)
                   and (cast(:form as text) is null or b.legal_form = :form))
            select found.*,
                   (select count(*) from (select from found limit 10001) as counted) as total,
                   coalesce((select f.value
                               from organization.fact f
                              where f.body_id = found.id and f.kind = 'STATUS' and f.withdrawn_at is null
                                and f.valid_from <= :today and (f.valid_to is null or f.valid_to >= :today)
                              order by f.valid_from desc, f.known_at desc
                              limit 1), 'UNKNOWN') as status,
                   (select count(*)
                      from organization.fact f
                     where f.body_id = found.id and f.origin = 'SELF' and f.confirmed_at is null
                       and f.withdrawn_at is null) as waiting
              from found
             where (name, id) > (:afterName, :afterId)
             order by name, id
             limit :rows
            """;

    private static final String HEAD = """
            select value
              from organization.fact
             where body_id = :id and kind = 'HEAD' and withdrawn_at is null
               and valid_from <= :today and (valid_to is null or valid_to >= :today)
             order by valid_from desc, known_at desc
             limit 1
            """;

    private static final String HISTORY = """
            select version, at, by_name, act, null as reason, before::text as before, after::text as after,
                   (select count(*) from organization.body_change c where c.body_id = :id) as total
              from organization.body_change
             where body_id = :id and version < :before
             order by version desc
             limit :rows
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    RegistryQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A row of a registrar's list.
     *
     * @param waiting how many of its own declarations nobody has looked at
     */
    public record OrganizationRow(
            UUID id,
            String name,
            BodyKind kind,
            LegalForm legalForm,
            String creditCode,
            String regionCode,
            @Nullable LocalDate foundedOn,
            Standing status,
            long waiting,
            long total) {}

    /** What is asked for; an empty text and no form mean all. */
    public record Question(
            String region, String text, @Nullable String form, LocalDate today) {}

    /** In order of name. */
    public Flux<OrganizationRow> organizations(Question ask, String afterName, @Nullable UUID afterId, int rows) {
        return database.sql(ORGANIZATIONS)
                .bind("region", ask.region())
                .bind("text", ask.text())
                .bind("form", Parameters.in(R2dbcType.VARCHAR, ask.form()))
                .bind("today", ask.today())
                .bind("afterName", afterName)
                .bind("afterId", afterId == null ? new UUID(0, 0) : afterId)
                .bind("rows", rows)
                .map(RegistryQueries::organization)
                .all();
    }

    /** Who speaks for the body today; empty when nobody is on record. */
    public Mono<String> head(UUID id, LocalDate today) {
        return database.sql(HEAD)
                .bind("id", id)
                .bind("today", today)
                .map(row -> required(row, "value", String.class))
                .one();
    }

    /** The last act first, below the given version. */
    public Flux<HistoryRow<BodyAct>> history(UUID id, long before, int rows) {
        return database.sql(HISTORY)
                .bind("id", id)
                .bind("before", before)
                .bind("rows", rows)
                .map(row -> HistoryRow.of(row, json, BodyAct::valueOf))
                .all();
    }

    private static OrganizationRow organization(Readable row) {
        return new OrganizationRow(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                BodyKind.valueOf(required(row, "kind", String.class)),
                LegalForm.valueOf(required(row, "legal_form", String.class)),
                Objects.requireNonNullElse(row.get("credit_code", String.class), ""),
                required(row, "region_code", String.class),
                row.get("founded_on", LocalDate.class),
                Standing.of(required(row, "status", String.class)),
                required(row, "waiting", Long.class),
                required(row, "total", Long.class));
    }
}
