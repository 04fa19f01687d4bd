package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads bodies with all their facts but the private ones, one statement a call. */
@Component
class SqlOrganizationDirectory implements OrganizationDirectory {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String HOLD = "select id from organization.body where id = :id for key share";

    private static final String HOLD_ALL =
            "select count(*) from (select id from organization.body where id = any(:ids) order by id for share) held";

    private static final String HOLD_ALONE = "select id from organization.body where id = :id for no key update";

    private static final String AS_OF = """
            select b.id, e.name, e.kind, e.legal_form, e.credit_code, e.filing_number, e.region_code, e.founded_on,
                   b.business_scope, b.address, b.version,
                   coalesce((select array_agg(p.region_code order by p.region_code)
                               from organization.tell_place p
                              where p.body_id = b.id),
                            array [substr(e.region_code, 1, 6)]) as tell_places,
                   (select jsonb_agg(jsonb_build_object(
                               'id', f.id, 'kind', f.kind, 'value', f.value, 'number', f.number,
                               'from', f.valid_from, 'to', f.valid_to,
                               'knownAt', f.known_at, 'withdrawnAt', null, 'source', f.source,
                               'origin', f.origin, 'evidenceId', f.evidence_id,
                               'confirmedAt', case when f.confirmed_at <= :moment then f.confirmed_at end)
                               order by f.kind, f.valid_from, f.id)
                      from organization.fact f
                     where f.body_id = b.id and f.kind not in ('BANK_ACCOUNT', 'NET_ASSETS', 'INCOME') and f.known_at <= :moment
                       and (f.withdrawn_at is null or f.withdrawn_at > :moment))::text as facts
              from organization.body b
             cross join lateral (
                   select p.until, p.name, p.kind, p.legal_form, p.credit_code, p.filing_number, p.region_code, p.founded_on
                     from organization.body_past p
                    where p.body_id = b.id and p.until > :moment
                    union all
                   select 'infinity', b.name, b.kind, b.legal_form, b.credit_code, b.filing_number, b.region_code, b.founded_on
                    order by until
                    limit 1) e
             where b.id = any(:ids) and b.known_at <= :moment
            """;

    private static final String AFTER = """
            select * from organization.whole_body where id > :after order by id limit :size
            """;

    private static final String CODED = """
            select * from organization.whole_body where credit_code = any(:codes)
            """;

    private static final String SHARING_HEAD = """
            select distinct theirs.body_id
              from organization.fact own
              join organization.fact theirs on theirs.kind = 'HEAD' and theirs.value = own.value and theirs.body_id <> own.body_id
              join organization.body b on b.id = own.body_id
              join organization.body other on other.id = theirs.body_id
             where own.body_id = :id and own.kind = 'HEAD' and own.withdrawn_at is null and theirs.withdrawn_at is null
               and substr(other.region_code, 1, 6) = substr(b.region_code, 1, 6)
            """;

    private static final String TURNING = """
            select body_id
              from (select body_id
                      from organization.fact
                     where valid_from > :last and valid_from <= :today
                     union
                    select body_id
                      from organization.fact
                     where valid_to >= :last and valid_to < :today) turning
             where body_id > :after
             order by body_id
             limit :size
            """;

    private final DatabaseClient database;
    private final Profiles profiles;
    private final KnownBodies known;

    SqlOrganizationDirectory(DatabaseClient database, Profiles profiles, KnownBodies known) {
        this.database = database;
        this.profiles = profiles;
        this.known = known;
    }

    @Override
    public Mono<BodyProfile> find(UUID id) {
        return findAll(List.of(id)).next();
    }

    @Override
    public Mono<BodyProfile> hold(UUID id) {
        return database.sql(HOLD).bind("id", id).mapValue(UUID.class).one().flatMap(this::find);
    }

    @Override
    public Mono<Void> holdAll(Collection<UUID> ids) {
        return database.sql(HOLD_ALL).bind("ids", ids.toArray(UUID[]::new)).then();
    }

    @Override
    public Mono<Void> holdAlone(UUID id) {
        return database.sql(HOLD_ALONE).bind("id", id).then();
    }

    @Override
    public Flux<BodyProfile> findAll(Collection<UUID> ids) {
        return known.findAll(ids);
    }

    @Override
    public Flux<BodyProfile> coded(Collection<String> creditCodes) {
        return creditCodes.isEmpty()
                ? Flux.empty()
                : database.sql(CODED)
                        .bind("codes", creditCodes.toArray(String[]::new))
                        .map(profiles::of)
                        .all();
    }

    @Override
    public Flux<BodyProfile> findAllAsOf(Collection<UUID> ids, Instant moment) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(AS_OF)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .map(profiles::of)
                .all();
    }

    @Override
    public Flux<UUID> sharingHead(UUID id) {
        return database.sql(SHARING_HEAD)
                .bind("id", id)
                .map(row -> required(row, "body_id", UUID.class))
                .all();
    }

    @Override
    public Flux<BodyProfile> after(@Nullable UUID id, int size) {
        return database.sql(AFTER)
                .bind("after", id == null ? BEFORE_ALL : id)
                .bind("size", size)
                .map(profiles::of)
                .all();
    }

    @Override
    public Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size) {
        return database.sql(TURNING)
                .bind("last", last)
                .bind("today", today)
                .bind("after", after == null ? BEFORE_ALL : after)
                .bind("size", size)
                .map(row -> required(row, "body_id", UUID.class))
                .all();
    }
}
