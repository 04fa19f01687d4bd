package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.goufu.organization.usecase.Bodies;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Registered bodies in their table. */
@Component
class SqlBodies implements Bodies {
    private static final String GET = """
            select id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on, business_scope, address,
                   legacy_cert_no, registration_authority, registration::text as registration, version
              from organization.body
             where id = :id
            """;

    private static final String LOCK = """
            select id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on, business_scope, address,
                   legacy_cert_no, registration_authority, registration::text as registration, version
              from organization.body
             where id = :id
               for update
            """;

    private static final String LOOKALIKES = """
            select id, name, coalesce(credit_code, '') as credit_code, coalesce(credit_code = :creditCode, false) as same_code,
                   coalesce(legacy_cert_no = :certificate, false) as same_certificate
              from organization.body
             where id <> :id
               and (credit_code = :creditCode or legacy_cert_no = :certificate
                    or (name = :name and region_code like substr(:region, 1, 6) || '%'))
             order by same_code desc, id
             limit 10
            """;

    private static final String ADD = """
            insert into organization.body
                (id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on, business_scope, address,
                 legacy_cert_no, registration_authority, registration, version)
            values (:id, :name, :kind, :legalForm, :creditCode, :filingNumber, :region, :foundedOn, :scope, :address,
                    :certificate, :authority, cast(:registration as jsonb), 0)
            """;

    private static final String SAVE = """
            update organization.body
               set name = :name, kind = :kind, legal_form = :legalForm, credit_code = :creditCode,
                   filing_number = :filingNumber, region_code = :region, founded_on = :foundedOn, business_scope = :scope,
                   address = :address, legacy_cert_no = :certificate, registration_authority = :authority,
                   registration = cast(:registration as jsonb)
             where id = :id
            """;

    private static final String RETIRE = """
            with kept as (
                insert into organization.joined_body (id, joined_to, by_id, by_name, record, facts, history)
                select b.id, :to, :by, :byName, to_jsonb(b),
                       (select coalesce(jsonb_agg(to_jsonb(f) order by f.known_at, f.id), '[]')
                          from organization.fact f
                         where f.body_id = b.id),
                       (select coalesce(jsonb_agg(to_jsonb(c) order by c.version), '[]')
                          from organization.body_change c
                         where c.body_id = b.id)
                  from organization.body b
                 where b.id = :id
                returning id),
            -- What was joined with the entry before follows it.
            followed as (
                update organization.joined_body set joined_to = :to where joined_to = :id)
            delete from organization.body using kept where body.id = kept.id
            """;

    private static final String NAMESAKES = """
            select id, name, kind, legal_form, credit_code, filing_number, region_code, founded_on, business_scope, address,
                   legacy_cert_no, registration_authority, registration::text as registration, version
              from organization.body
             where name = :name and id <> :id and region_code like substr(:region, 1, 6) || '%'
             order by id
             limit 20
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlBodies(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<RegisteredBody> get(UUID id) {
        return one(GET, id);
    }

    @Override
    public Mono<RegisteredBody> lock(UUID id) {
        return one(LOCK, id);
    }

    private Mono<RegisteredBody> one(String statement, UUID id) {
        return database.sql(statement)
                .bind("id", id)
                .map(this::body)
                .one()
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    @Override
    public Flux<Lookalike> lookalikes(RegisteredBody body) {
        return database.sql(LOOKALIKES)
                .bind("id", body.id())
                .bind("name", body.name())
                .bind("region", body.region().value())
                .bind("creditCode", Parameters.in(R2dbcType.VARCHAR, body.creditCode()))
                .bind("certificate", Parameters.in(R2dbcType.VARCHAR, body.legacyCertNo()))
                .map(row -> new Lookalike(
                        required(row, "id", UUID.class),
                        required(row, "name", String.class),
                        required(row, "credit_code", String.class),
                        required(row, "same_code", Boolean.class),
                        required(row, "same_certificate", Boolean.class)))
                .all();
    }

    @Override
    public Mono<Void> add(RegisteredBody body) {
        return written(bound(ADD, body), body);
    }

    @Override
    public Mono<Void> save(RegisteredBody body) {
        return written(bound(SAVE, body), body);
    }

    @Override
    public Mono<Void> retire(RegisteredBody body, UUID joinedTo, Actor by) {
        return database.sql(RETIRE)
                .bind("id", body.id())
                .bind("to", joinedTo)
                .bind("by", by.accountId())
                .bind("byName", by.displayName())
                .then();
    }

    @Override
    public Flux<RegisteredBody> namesakes(RegisteredBody body) {
        return database.sql(NAMESAKES)
                .bind("id", body.id())
                .bind("name", body.name())
                .bind("region", body.region().value())
                .map(this::body)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, RegisteredBody body) {
        var form = body.legalForm() == null ? null : body.legalForm().name();
        return database.sql(statement)
                .bind("id", body.id())
                .bind("name", body.name())
                .bind("kind", body.kind().name())
                .bind("filingNumber", Parameters.in(R2dbcType.VARCHAR, body.filingNumber()))
                .bind("legalForm", Parameters.in(R2dbcType.VARCHAR, form))
                .bind("creditCode", Parameters.in(R2dbcType.VARCHAR, body.creditCode()))
                .bind("region", body.region().value())
                .bind("foundedOn", Parameters.in(R2dbcType.DATE, body.foundedOn()))
                .bind("scope", body.businessScope())
                .bind("address", body.address())
                .bind("certificate", Parameters.in(R2dbcType.VARCHAR, body.legacyCertNo()))
                .bind("authority", Parameters.in(R2dbcType.VARCHAR, body.registrationAuthority()))
                .bind("registration", json.writeValueAsString(body.registration()));
    }

    private static Mono<Void> written(DatabaseClient.GenericExecuteSpec statement, RegisteredBody body) {
        return statement
                .then()
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> OrganizationProblem.CREDIT_CODE_TAKEN.raise(String.valueOf(body.creditCode())));
    }

    private RegisteredBody body(Readable row) {
        return new RegisteredBody(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                BodyKind.valueOf(required(row, "kind", String.class)),
                Rows.legalForm(row),
                row.get("credit_code", String.class),
                row.get("filing_number", String.class),
                new RegionCode(required(row, "region_code", String.class)),
                row.get("founded_on", LocalDate.class),
                required(row, "business_scope", String.class),
                required(row, "address", String.class),
                row.get("legacy_cert_no", String.class),
                row.get("registration_authority", String.class),
                json.readValue(required(row, "registration", String.class), Registration.class),
                required(row, "version", Long.class));
    }
}
