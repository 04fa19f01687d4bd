package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.HostingAgreement.State;
import org.goufu.federation.usecase.Agreements;
import org.goufu.kernel.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hosting agreements in PostgreSQL, with who proposed, answered and ended them. */
@Component
class SqlAgreements implements Agreements {
    private static final String GET = """
            select * from federation.hosting_agreement where id = :id and membership_id = :membership
            """;

    private static final String OF_MEMBERSHIP = """
            select * from federation.hosting_agreement where membership_id = :membership order by id desc
            """;

    private static final String OPEN_OF = """
            select a.*
              from federation.hosting_agreement a
              join federation.membership m on m.id = a.membership_id
             where m.federation_id = :federation and a.state in ('PROPOSED', 'ACTIVE')
             order by a.id
            """;

    private static final String ADD = """
            insert into federation.hosting_agreement (
                   id, membership_id, group_id, scope, valid_from, valid_to, document_id, state, proposed_at, proposed_by)
            values (:id, :membership, :group, :scope, :from, :to, :document, :state, :proposedAt, :byName)
            """;

    private static final String SAVE = """
            update federation.hosting_agreement
               set state       = :state,
                   answered_at = case when state = 'PROPOSED' then platform.now() else answered_at end,
                   answered_by = case when state = 'PROPOSED' then :byName else answered_by end,
                   ended_on    = :endedOn,
                   ended_at    = case when :state = 'ENDED' then platform.now() end,
                   ended_by    = case when :state = 'ENDED' then :byName end,
                   version     = version + 1
             where id = :id and version = :version
            """;

    private final DatabaseClient database;

    SqlAgreements(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<HostingAgreement> get(UUID membershipId, UUID id) {
        return database.sql(GET)
                .bind("id", id)
                .bind("membership", membershipId)
                .map(SqlAgreements::agreement)
                .one()
                .switchIfEmpty(Mono.error(FederationProblem.AGREEMENT_NOT_FOUND::raise));
    }

    @Override
    public Flux<HostingAgreement> ofMembership(UUID membershipId) {
        return database.sql(OF_MEMBERSHIP)
                .bind("membership", membershipId)
                .map(SqlAgreements::agreement)
                .all();
    }

    @Override
    public Flux<HostingAgreement> openOf(UUID federationId) {
        return database.sql(OPEN_OF)
                .bind("federation", federationId)
                .map(SqlAgreements::agreement)
                .all();
    }

    @Override
    public Mono<HostingAgreement> add(HostingAgreement agreement, Actor by) {
        var statement = database.sql(ADD)
                .bind("id", agreement.id())
                .bind("membership", agreement.membershipId())
                .bind("group", agreement.groupId())
                .bind("scope", agreement.scope())
                .bind("from", agreement.from())
                .bind("to", agreement.to())
                .bind("state", agreement.state().name())
                .bind("proposedAt", agreement.proposedAt())
                .bind("byName", by.displayName());
        return SqlEnrolments.optional(statement, "document", agreement.documentId(), UUID.class)
                .fetch()
                .rowsUpdated()
                .thenReturn(agreement);
    }

    @Override
    public Mono<HostingAgreement> save(HostingAgreement agreement, Actor by) {
        var statement = database.sql(SAVE)
                .bind("id", agreement.id())
                .bind("version", agreement.version())
                .bind("state", agreement.state().name())
                .bind("byName", by.displayName());
        return SqlEnrolments.optional(statement, "endedOn", agreement.endedOn(), LocalDate.class)
                .fetch()
                .rowsUpdated()
                .onErrorMap(
                        DuplicateKeyException.class, taken -> FederationProblem.SCOPE_TAKEN.raise(agreement.scope()))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(FederationProblem.CHANGED_MEANWHILE::raise))
                .thenReturn(agreement.at(agreement.version() + 1));
    }

    static HostingAgreement agreement(Readable row) {
        return new HostingAgreement(
                required(row, "id", UUID.class),
                required(row, "membership_id", UUID.class),
                required(row, "group_id", UUID.class),
                required(row, "scope", String.class),
                required(row, "valid_from", LocalDate.class),
                required(row, "valid_to", LocalDate.class),
                row.get("document_id", UUID.class),
                State.valueOf(required(row, "state", String.class)),
                required(row, "proposed_at", Instant.class),
                row.get("ended_on", LocalDate.class),
                required(row, "version", Long.class));
    }
}
