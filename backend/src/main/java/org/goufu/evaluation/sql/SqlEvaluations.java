package org.goufu.evaluation.sql;

import java.util.UUID;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.usecase.Evaluations;
import org.goufu.platform.documents.CanonicalJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Evaluations as documents in PostgreSQL; what is looked for stands in columns beside them. */
@Component
class SqlEvaluations implements Evaluations {
    private static final String BEGIN = """
            insert into evaluation.evaluation (lot, purchase, department, phase, bodies, document)
            values (:lot, :purchase, :department, :phase, :bodies, cast(:document as jsonb))
            on conflict (lot) do nothing
            """;
    private static final String FIND = """
            select cast(document as text) as document from evaluation.evaluation where lot = :lot
            """;
    private static final String HOLD = """
            select cast(document as text) as document from evaluation.evaluation where lot = :lot for update
            """;
    private static final String SAVE = """
            update evaluation.evaluation
               set phase = :phase, members = :members, document = cast(:document as jsonb), changed_at = platform.now()
             where lot = :lot
            returning cast(old.document as text) as before
            """;

    private final DatabaseClient database;

    SqlEvaluations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> begin(Evaluation evaluation) {
        var terms = evaluation.terms();
        return database.sql(BEGIN)
                .bind("lot", terms.lot())
                .bind("purchase", terms.purchase())
                .bind("department", terms.department())
                .bind("phase", evaluation.phase().name())
                .bind("bodies", evaluation.bids().stream().map(Bid::body).toArray(UUID[]::new))
                .bind("document", CanonicalJson.text(evaluation))
                .then();
    }

    @Override
    public Mono<Evaluation> find(UUID lot) {
        return read(FIND, lot);
    }

    @Override
    public Mono<Evaluation> get(UUID lot) {
        return found(find(lot));
    }

    @Override
    public Mono<Evaluation> hold(UUID lot) {
        return found(read(HOLD, lot));
    }

    private static Mono<Evaluation> found(Mono<Evaluation> one) {
        return one.switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private Mono<Evaluation> read(String statement, UUID lot) {
        return database.sql(statement)
                .bind("lot", lot)
                .mapValue(String.class)
                .one()
                .map(text -> CanonicalJson.read(text, Evaluation.class));
    }

    @Override
    public Mono<Evaluation> save(Evaluation evaluation) {
        var members = evaluation.panel() == null
                ? new UUID[0]
                : evaluation.panel().members().stream()
                        .map(Panel.Member::account)
                        .toArray(UUID[]::new);
        return database.sql(SAVE)
                .bind("lot", evaluation.terms().lot())
                .bind("phase", evaluation.phase().name())
                .bind("members", members)
                .bind("document", CanonicalJson.text(evaluation))
                .mapValue(String.class)
                .one()
                .map(before -> CanonicalJson.read(before, Evaluation.class));
    }
}
