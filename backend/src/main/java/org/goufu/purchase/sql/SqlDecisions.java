package org.goufu.purchase.sql;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.goufu.purchase.CanonicalNotice;
import org.goufu.purchase.TerminationReason;
import org.goufu.purchase.domain.DecidingLot;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.Termination;
import org.goufu.purchase.usecase.Decisions;
import org.goufu.purchase.usecase.NewNotice;
import org.goufu.purchase.usecase.Purchases.Act;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what lots came to in the purchase schema. */
@Component
class SqlDecisions implements Decisions {
    private static final String LOCK = """
            select p.id
              from purchase.purchase p
             where p.id = (select n.purchase_id
                             from purchase.lot l
                             join purchase.notice n on n.id = l.notice_id
                            where l.id = :lot)
               for update of p
            """;

    /** Read after the lock, by a statement of its own: what was waited for shows only then. */
    private static final String HELD = """
            select l.id, l.notice_id, n.purchase_id, n.department_id, t.content,
                   l.deadline > platform.now() as open,
                   exists (select from purchase.lot_outcome d where d.lot_id = l.id)
                       or exists (select from purchase.notice_outcome o where o.notice_id = l.notice_id) as decided
              from purchase.lot l
              join purchase.notice n on n.id = l.notice_id
              join purchase.last_text t on t.notice_id = n.id
             where l.id = :lot
            """;

    private static final String DECIDE = """
            with noticed as (
                insert into purchase.notice (id, number, purchase_id, type, format_code, title, department_id,
                                             department_name, region_code, service_region_codes, category_codes, method,
                                             amount_fen, published_at, content, digest)
                select :notice, :number, n.purchase_id, :type, :format, :title, n.department_id, n.department_name,
                       n.region_code, l.service_region_codes, array[l.category_code], n.method, :amount, :at, :content,
                       :digest
                  from purchase.lot l
                  join purchase.notice n on n.id = l.notice_id
                 where l.id = :lot),
            decided as (
                insert into purchase.lot_outcome (lot_id, outcome, reason, notice_id, decided_at)
                values (:lot, :outcome, :why, :notice, :at)),
            settled as (
                delete from purchase.portal_result where lot_id = :lot),
            rest as (
                select count(*) filter (where d.lot_id is null) = 0 as complete,
                       coalesce(bool_or(d.outcome = 'AWARDED'), false) or :outcome = 'AWARDED' as awarded
                  from purchase.lot l
                  left join purchase.lot_outcome d on d.lot_id = l.id
                 where l.notice_id = :call and l.id <> :lot),
            closed as (
                insert into purchase.notice_outcome (notice_id, outcome, decided_at)
                select :call, case when awarded then 'AWARDED' else 'TERMINATED' end, :at
                  from rest
                 where complete),
            moved as (
                update purchase.purchase p
                   set state = case when not rest.complete then p.state
                                    when rest.awarded then 'AWARDED' else 'TERMINATED' end,
                       updated_at = :at, updated_by_name = :byName, version = p.version + 1
                  from rest
                 where p.id = :purchase)
            insert into purchase.act (purchase_id, at, by_id, by_name, act, reason)
            values (:purchase, :at, :by, :byName, :act, :reason)
            """;

    private static final String TERMINATION = """
            select lot_id, reason, explanation, official::text as official, by_id, by_name
              from purchase.termination
             where lot_id = :lot
            """;

    private static final String PREPARE = """
            insert into purchase.termination as t (lot_id, reason, explanation, official, by_id, by_name)
            values (:lot, :reason, :explanation, :official::jsonb, :by, :byName)
                on conflict (lot_id) do update
                   set reason = excluded.reason, explanation = excluded.explanation, official = excluded.official,
                       by_id = excluded.by_id, by_name = excluded.by_name, at = platform.now(), version = t.version + 1
            """;

    private static final String DROP = """
            delete from purchase.termination where lot_id = :lot
            """;

    private final DatabaseClient database;

    SqlDecisions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<DecidingLot> hold(UUID lot) {
        return database.sql(LOCK).bind("lot", lot).then().then(find(lot));
    }

    @Override
    public Mono<DecidingLot> find(UUID lot) {
        return database.sql(HELD)
                .bind("lot", lot)
                .map(SqlDecisions::deciding)
                .one()
                .switchIfEmpty(Mono.error(PurchaseProblem.LOT_NOT_FOUND::raise));
    }

    @Override
    public Mono<Void> decide(DecidingLot lot, Outcome outcome, NewNotice notice, Act act) {
        return NoticeColumns.bind(database.sql(DECIDE), notice)
                .bind("lot", lot.id())
                .bind("call", lot.notice())
                .bind("purchase", lot.purchase())
                .bind("outcome", outcome.status().name())
                .bind(
                        "why",
                        outcome.reason() == null
                                ? Parameters.in(String.class)
                                : Parameters.in(outcome.reason().name()))
                .bind("amount", notice.content().amountFen())
                .bind("by", act.by().accountId())
                .bind("byName", act.by().displayName())
                .bind("act", act.kind().name())
                .bind("reason", act.reason() == null ? Parameters.in(String.class) : Parameters.in(act.reason()))
                .then();
    }

    @Override
    public Mono<Termination> termination(UUID lot) {
        return database.sql(TERMINATION)
                .bind("lot", lot)
                .map(SqlDecisions::prepared)
                .one();
    }

    @Override
    public Mono<Void> prepare(Termination termination) {
        var by = termination.by();
        return database.sql(PREPARE)
                .bind("lot", termination.lot())
                .bind("reason", termination.reason().name())
                .bind("explanation", termination.explanation())
                .bind("official", StoredJson.official(termination.official()))
                .bind("by", by == null ? Parameters.in(UUID.class) : Parameters.in(by.id()))
                .bind("byName", by == null ? Parameters.in(String.class) : Parameters.in(by.name()))
                .then();
    }

    @Override
    public Mono<Void> drop(UUID lot) {
        return database.sql(DROP).bind("lot", lot).then();
    }

    private static DecidingLot deciding(Readable row) {
        return new DecidingLot(
                Columns.id(row, "id"),
                Columns.id(row, "notice_id"),
                Columns.id(row, "purchase_id"),
                Columns.id(row, "department_id"),
                CanonicalNotice.read(Columns.text(row, "content")),
                Boolean.TRUE.equals(row.get("open", Boolean.class)),
                Boolean.TRUE.equals(row.get("decided", Boolean.class)));
    }

    private static Termination prepared(Readable row) {
        var by = row.get("by_id", UUID.class);
        return new Termination(
                Columns.id(row, "lot_id"),
                TerminationReason.valueOf(Columns.text(row, "reason")),
                Columns.text(row, "explanation"),
                StoredJson.official(row),
                by == null
                        ? null
                        : new Termination.Author(by, Objects.requireNonNull(row.get("by_name", String.class))));
    }
}
