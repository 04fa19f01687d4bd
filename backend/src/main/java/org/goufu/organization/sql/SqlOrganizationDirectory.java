package org.goufu.organization.sql;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.LegalForm;
import org.goufu.organization.OrganizationDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies with all their facts, one statement a call. */
@Component
class SqlOrganizationDirectory implements OrganizationDirectory {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private static final String FIND_ALL = """
            select b.id, b.name, b.kind, b.legal_form, b.credit_code, b.filing_number, b.region_code, b.founded_on,
                   b.business_scope, b.address, b.version,
                   coalesce((select array_agg(p.region_code order by p.region_code)
                               from organization.tell_place p
                              where p.body_id = b.id),
                            array [substr(b.region_code, 1, 6)]) as tell_places,
                   (select jsonb_agg(jsonb_build_object(
                               'id', f.id, 'kind', f.kind, 'value', f.value, 'number', f.number,
                               'from', f.valid_from, 'to', f.valid_to,
                               'knownAt', f.known_at, 'withdrawnAt', f.withdrawn_at, 'source', f.source)
                               order by f.kind, f.valid_from, f.id)
                      from organization.fact f
                     where f.body_id = b.id)::text as facts
              from organization.body b
             where b.id = any(:ids)
            """;

    private static final String AFTER = """
            select b.id, b.name, b.kind, b.legal_form, b.credit_code, b.filing_number, b.region_code, b.founded_on,
                   b.business_scope, b.address, b.version,
                   coalesce((select array_agg(p.region_code order by p.region_code)
                               from organization.tell_place p
                              where p.body_id = b.id),
                            array [substr(b.region_code, 1, 6)]) as tell_places,
                   (select jsonb_agg(jsonb_build_object(
                               'id', f.id, 'kind', f.kind, 'value', f.value, 'number', f.number,
                               'from', f.valid_from, 'to', f.valid_to,
                               'knownAt', f.known_at, 'withdrawnAt', f.withdrawn_at, 'source', f.source)
                               order by f.kind, f.valid_from, f.id)
                      from organization.fact f
                     where f.body_id = b.id)::text as facts
              from organization.body b
             where b.id > :after
             order by b.id
             limit :size
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlOrganizationDirectory(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<BodyProfile> find(UUID id) {
        return findAll(List.of(id)).next();
    }

    @Override
    public Flux<BodyProfile> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(FIND_ALL)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::profile)
                .all();
    }

    @Override
    public Flux<BodyProfile> after(@Nullable UUID id, int size) {
        return database.sql(AFTER)
                .bind("after", id == null ? BEFORE_ALL : id)
                .bind("size", size)
                .map(this::profile)
                .all();
    }

    private BodyProfile profile(Readable row) {
        var form = row.get("legal_form", String.class);
        var facts = row.get("facts", String.class);
        return new BodyProfile(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                BodyKind.valueOf(required(row, "kind", String.class)),
                form == null ? null : LegalForm.valueOf(form),
                row.get("credit_code", String.class),
                row.get("filing_number", String.class),
                required(row, "region_code", String.class),
                row.get("founded_on", LocalDate.class),
                required(row, "business_scope", String.class),
                required(row, "address", String.class),
                List.of(required(row, "tell_places", String[].class)),
                required(row, "version", Long.class),
                facts == null ? List.of() : json.readValue(facts, FACTS));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
