package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Problem;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.usecase.Facts;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Facts in their table, whose trigger lets nothing be changed. */
@Component
class SqlFacts implements Facts {
    private static final String GET = """
            select id, body_id, kind, value, number, valid_from, valid_to, known_at, withdrawn_at, source, origin, evidence_id,
                   recorded_by, recorded_by_name, confirmed_at
              from organization.fact
             where body_id = :body and id = :id
            """;

    private static final String STANDING = """
            select id, body_id, kind, value, number, valid_from, valid_to, known_at, withdrawn_at, source, origin, evidence_id,
                   recorded_by, recorded_by_name, confirmed_at
              from organization.fact
             where body_id = :body and withdrawn_at is null
             order by kind, valid_from, id
            """;

    private static final String ADD = """
            insert into organization.fact
                (id, body_id, kind, value, number, valid_from, valid_to, known_at, source, origin, evidence_id, recorded_by,
                 recorded_by_name)
            values (:id, :body, :kind, :value, :number, :from, :to, :knownAt, :source, :origin, :evidence, :by, :byName)
            """;

    private static final String WITHDRAW = """
            update organization.fact
               set withdrawn_at = :at, withdrawn_by = :by, withdrawn_by_name = :byName, withdrawn_reason = :reason
             where id = any(:ids) and withdrawn_at is null
            """;

    private static final String CONFIRM = """
            update organization.fact
               set confirmed_at = :at, confirmed_by = :by, confirmed_by_name = :byName
             where id = :id and withdrawn_at is null and confirmed_at is null
            """;

    private static final String REFERS = """
            select exists (select from organization.fact where body_id = :body and evidence_id = :evidence) as refers
            """;

    private final DatabaseClient database;

    SqlFacts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<RecordedFact> get(UUID bodyId, UUID factId) {
        return database.sql(GET)
                .bind("body", bodyId)
                .bind("id", factId)
                .map(SqlFacts::fact)
                .one()
                .switchIfEmpty(Mono.error(OrganizationProblem.FACT_NOT_FOUND::raise));
    }

    @Override
    public Flux<RecordedFact> standing(UUID bodyId) {
        return database.sql(STANDING).bind("body", bodyId).map(SqlFacts::fact).all();
    }

    @Override
    public Mono<Void> add(Collection<RecordedFact> facts) {
        return Flux.fromIterable(facts).concatMap(this::add).then();
    }

    private Mono<Void> add(RecordedFact fact) {
        return database.sql(ADD)
                .bind("id", fact.id())
                .bind("body", fact.bodyId())
                .bind("kind", fact.kind().name())
                .bind("value", fact.value())
                .bind("number", fact.number())
                .bind("from", fact.from())
                .bind("to", Parameters.in(R2dbcType.DATE, fact.to()))
                .bind("knownAt", fact.knownAt())
                .bind("source", fact.source())
                .bind("origin", fact.origin().name())
                .bind("evidence", fact.evidenceId() == null ? Parameters.in(UUID.class) : fact.evidenceId())
                .bind("by", fact.recordedBy() == null ? Parameters.in(UUID.class) : fact.recordedBy())
                .bind("byName", Parameters.in(R2dbcType.VARCHAR, fact.recordedByName()))
                .then();
    }

    @Override
    public Mono<Void> withdraw(Collection<RecordedFact> facts, Actor by, Instant at, String reason) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        return written(
                database.sql(WITHDRAW)
                        .bind("ids", facts.stream().map(RecordedFact::id).toArray(UUID[]::new))
                        .bind("at", at)
                        .bind("by", by.accountId())
                        .bind("byName", by.displayName())
                        .bind("reason", reason),
                facts.size(),
                OrganizationProblem.FACT_GONE);
    }

    @Override
    public Mono<Void> confirm(RecordedFact fact, Actor by, Instant at) {
        return written(
                database.sql(CONFIRM)
                        .bind("id", fact.id())
                        .bind("at", at)
                        .bind("by", by.accountId())
                        .bind("byName", by.displayName()),
                1,
                OrganizationProblem.NOTHING_TO_CONFIRM);
    }

    private static Mono<Void> written(DatabaseClient.GenericExecuteSpec statement, int rows, Problem otherwise) {
        return statement
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == rows ? Mono.empty() : Mono.error(otherwise::raise));
    }

    @Override
    public Mono<Boolean> refersTo(UUID bodyId, UUID evidenceId) {
        return database.sql(REFERS)
                .bind("body", bodyId)
                .bind("evidence", evidenceId)
                .map(row -> required(row, "refers", Boolean.class))
                .one();
    }

    private static RecordedFact fact(Readable row) {
        return new RecordedFact(
                required(row, "id", UUID.class),
                required(row, "body_id", UUID.class),
                FactKind.valueOf(required(row, "kind", String.class)),
                required(row, "value", String.class),
                required(row, "number", Long.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                required(row, "known_at", Instant.class),
                row.get("withdrawn_at", Instant.class),
                required(row, "source", String.class),
                FactOrigin.valueOf(required(row, "origin", String.class)),
                row.get("evidence_id", UUID.class),
                row.get("recorded_by", UUID.class),
                row.get("recorded_by_name", String.class),
                row.get("confirmed_at", Instant.class));
    }
}
