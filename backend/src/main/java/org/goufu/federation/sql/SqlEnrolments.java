package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Enrolment.Consent;
import org.goufu.federation.domain.Enrolment.End;
import org.goufu.federation.domain.Enrolment.Transfer;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps memberships in the federation schema; every change leaves an act with the row before and after. */
@Component
class SqlEnrolments implements Enrolments {
    private static final String GET = """
            select * from federation.whole_membership where id = :id
            """;

    private static final String OF_MEMBER = """
            select * from federation.whole_membership where member_id = :member order by known_at desc, id desc
            """;

    private static final String OPEN_OF = """
            select *
              from federation.whole_membership
             where federation_id = :federation
               and (state in ('INVITED', 'ACCEPTED')
                    or confirmed_at is not null and (valid_to is null or valid_to > :day))
             order by id
            """;

    private static final String ADD = """
            with added as (
                insert into federation.membership (id, federation_id, member_id, state, valid_from, known_at, transfer_of)
                values (:id, :federation, :member, :state, :from, :invitedAt, :transferOf)
                returning *)
            insert into federation.membership_act (membership_id, act, by_id, by_name, after)
            select id, :act, :by, :byName, to_jsonb(added) from added
            """;

    private static final String SAVE = """
            with before as (
                select * from federation.membership where id = :id and version = :version for update),
            before_mandates as (
                select jsonb_agg(to_jsonb(d) order by d.valid_from, d.id) as given
                  from federation.mandate d
                 where d.membership_id = :id),
            saved as (
                update federation.membership m
                   set state = :state, valid_from = :from, valid_to = :to, consented_on = :consentedOn,
                       consent_known_at = :consentKnownAt, confirmed_at = :confirmedAt, end_known_at = :endKnownAt,
                       ended_by = :endedBy, end_reason = :endReason, released_at = :releasedAt,
                       street_released_at = :streetReleasedAt, version = m.version + 1
                  from before
                 where m.id = before.id
                returning m.*),
            given as (
                insert into federation.mandate (
                       id, membership_id, categories, amount_cap_fen, places, valid_from, valid_to, known_at, revoked_at,
                       paper_id)
                select mandate.id, saved.id, mandate.categories, mandate."amountCapFen", mandate.places, mandate."from",
                       mandate."to", mandate."knownAt", mandate."revokedAt", mandate."paperId"
                  from saved, jsonb_to_recordset(cast(:mandates as jsonb)) as mandate (
                       id uuid, categories text[], "amountCapFen" bigint, places text[], "from" date, "to" date,
                       "knownAt" timestamptz, "revokedAt" timestamptz, "paperId" uuid)
                    on conflict (id) do update set revoked_at = excluded.revoked_at
                 where mandate.revoked_at is null and excluded.revoked_at is not null),
            noted as (
                insert into federation.membership_act (membership_id, act, by_id, by_name, reason, before, after)
                select saved.id, :act, :by, :byName, :reason,
                       to_jsonb(before) || jsonb_build_object('mandates', before_mandates.given),
                       to_jsonb(saved) || jsonb_build_object('mandates', cast(:mandates as jsonb))
                  from saved, before, before_mandates)
            select version from saved
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlEnrolments(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Enrolment> get(UUID id) {
        return database.sql(GET)
                .bind("id", id)
                .map(this::enrolment)
                .one()
                .switchIfEmpty(Mono.error(FederationProblem.MEMBERSHIP_NOT_FOUND::raise));
    }

    @Override
    public Flux<Enrolment> ofMember(UUID memberId) {
        return database.sql(OF_MEMBER)
                .bind("member", memberId)
                .map(this::enrolment)
                .all();
    }

    @Override
    public Flux<Enrolment> openOf(UUID federationId, LocalDate day) {
        return database.sql(OPEN_OF)
                .bind("federation", federationId)
                .bind("day", day)
                .map(this::enrolment)
                .all();
    }

    @Override
    public Mono<Enrolment> add(Enrolment enrolment, Act act) {
        var transfer = enrolment.transfer();
        var statement = database.sql(ADD)
                .bind("id", enrolment.id())
                .bind("federation", enrolment.federationId())
                .bind("member", enrolment.memberId())
                .bind("state", enrolment.state().name())
                .bind("from", enrolment.from())
                .bind("invitedAt", enrolment.invitedAt())
                .bind("act", act.kind().name())
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName());
        return optional(statement, "transferOf", transfer == null ? null : transfer.membershipId(), UUID.class)
                .fetch()
                .rowsUpdated()
                .thenReturn(enrolment)
                .onErrorMap(DuplicateKeyException.class, open -> FederationProblem.ALREADY_INVITED.raise());
    }

    @Override
    public Mono<Enrolment> save(Enrolment enrolment, Act act) {
        var statement = database.sql(SAVE)
                .bind("id", enrolment.id())
                .bind("version", enrolment.version())
                .bind("state", enrolment.state().name())
                .bind("from", enrolment.from())
                .bind("mandates", json.writeValueAsString(enrolment.mandates()))
                .bind("act", act.kind().name())
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName());
        return life(optional(statement, "reason", act.reason(), String.class), enrolment)
                .map(row -> enrolment.at(required(row, "version", Long.class)))
                .one()
                .switchIfEmpty(Mono.error(FederationProblem.CHANGED_MEANWHILE::raise))
                .onErrorMap(
                        DataIntegrityViolationException.class, overlap -> FederationProblem.MEMBER_ELSEWHERE.raise());
    }

    private static GenericExecuteSpec life(GenericExecuteSpec statement, Enrolment enrolment) {
        var consent = enrolment.consent();
        var end = enrolment.end();
        var by = end == null ? null : end.by();
        var transfer = enrolment.transfer();
        var bound = optional(statement, "consentedOn", consent == null ? null : consent.on(), LocalDate.class);
        bound = optional(bound, "consentKnownAt", consent == null ? null : consent.knownAt(), Instant.class);
        bound = optional(bound, "confirmedAt", enrolment.confirmedAt(), Instant.class);
        bound = optional(bound, "to", end == null ? null : end.lastDay(), LocalDate.class);
        bound = optional(bound, "endKnownAt", end == null ? null : end.knownAt(), Instant.class);
        bound = optional(bound, "endedBy", by == null ? null : by.name(), String.class);
        bound = optional(bound, "endReason", end == null ? null : end.reason(), String.class);
        bound = optional(bound, "releasedAt", transfer == null ? null : transfer.releasedAt(), Instant.class);
        return optional(
                bound, "streetReleasedAt", transfer == null ? null : transfer.streetReleasedAt(), Instant.class);
    }

    static <T> GenericExecuteSpec optional(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private Enrolment enrolment(Readable row) {
        var consentedOn = row.get("consented_on", LocalDate.class);
        var transferOf = row.get("transfer_of", UUID.class);
        return new Enrolment(
                required(row, "id", UUID.class),
                required(row, "federation_id", UUID.class),
                required(row, "member_id", UUID.class),
                MembershipState.valueOf(required(row, "state", String.class)),
                required(row, "valid_from", LocalDate.class),
                required(row, "known_at", Instant.class),
                consentedOn == null ? null : new Consent(consentedOn, required(row, "consent_known_at", Instant.class)),
                row.get("confirmed_at", Instant.class),
                end(row),
                transferOf == null
                        ? null
                        : new Transfer(
                                transferOf,
                                row.get("released_at", Instant.class),
                                row.get("street_released_at", Instant.class)),
                required(row, "version", Long.class),
                MembershipRows.mandates(row, json));
    }

    private static @Nullable End end(Readable row) {
        var knownAt = row.get("end_known_at", Instant.class);
        var by = row.get("ended_by", String.class);
        return knownAt == null
                ? null
                : new End(
                        row.get("valid_to", LocalDate.class),
                        knownAt,
                        by == null ? null : Side.valueOf(by),
                        row.get("end_reason", String.class));
    }
}
