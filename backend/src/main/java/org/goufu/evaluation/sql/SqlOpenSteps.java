package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.purchase.Work;
import org.goufu.purchase.Work.Matter;
import org.goufu.purchase.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads from the documents in PostgreSQL whose turn it is: a department's, somebody's on a panel, or a bidder's. */
@Component
class SqlOpenSteps implements WorkSource {
    private static final String OF = """
            with mine as (
                select e.*, cast(:account as text) as me,
                       member ->> 'declaredAt' is not null as declared,
                       member ->> 'excusedAt' is not null as excused,
                       document -> 'reviews' @> jsonb_build_array(jsonb_build_object('account', cast(:account as text))) as reviewed
                  from evaluation.evaluation e
                  join lateral jsonb_array_elements(document #> '{panel,members}') as member
                    on member ->> 'account' = cast(:account as text)
                 where e.members @> array[:account]),
            step as (
                select case phase when 'FORMING' then 'FORM_PANEL' when 'QUALIFYING' then 'CHECK_QUALIFICATION'
                                  when 'RANKED' then 'PROPOSE_AWARD' else 'DECIDE_AWARD' end as matter,
                       lot, purchase, document, changed_at as since, cast(null as timestamptz) as until
                  from evaluation.evaluation
                 where department = :department
                   and (phase in ('FORMING', 'QUALIFYING')
                        or phase = 'RANKED' and :officer
                        or phase = 'PROPOSED' and :approver and document #>> '{award,proposerId}' <> cast(:account as text))
                 union all
                select 'TAKE_SEAT', lot, purchase, document, changed_at, null
                  from mine
                 where phase in ('DECLARING', 'QUALIFYING', 'REVIEWING', 'SCORING') and not declared
                 union all
                select 'CHECK_BIDS', lot, purchase, document, changed_at, null
                  from mine
                 where phase in ('REVIEWING', 'SCORING') and declared and not reviewed
                 union all
                select 'SCORE_BIDS', lot, purchase, document, changed_at, null
                  from mine
                 where phase = 'SCORING' and reviewed
                   and not coalesce((select cast(s.document ->> 'signed' as boolean)
                                       from evaluation.sheet s
                                      where s.lot = mine.lot and s.account_id = :account), false)
                 union all
                select 'JUDGE_PRICES', lot, purchase, document, changed_at, null
                  from mine
                 where phase = 'PRICING' and not excused
                   and (not document -> 'opinions' @> jsonb_build_array(jsonb_build_object('account', me))
                        or exists (select from jsonb_array_elements(document -> 'inquiries') as inquiry
                                    where inquiry ->> 'accepted' is null
                                      and (inquiry ->> 'explanation' is not null
                                           or cast(inquiry ->> 'answerBy' as timestamptz) <= platform.now())
                                      and not inquiry -> 'votes' @> jsonb_build_array(jsonb_build_object('account', me))))
                 union all
                select 'EXPLAIN_PRICE', lot, purchase, document, cast(inquiry ->> 'askedAt' as timestamptz),
                       cast(inquiry ->> 'answerBy' as timestamptz)
                  from evaluation.evaluation e
                 cross join lateral jsonb_array_elements(e.document -> 'inquiries') as inquiry
                 where e.phase = 'PRICING' and e.bodies @> array[cast(:body as uuid)]
                   and inquiry ->> 'explanation' is null and inquiry ->> 'accepted' is null
                   and cast(inquiry ->> 'answerBy' as timestamptz) > platform.now()
                   and e.document -> 'bids'
                       @> jsonb_build_array(jsonb_build_object('id', inquiry ->> 'bid', 'body', cast(:body as text))))
            select matter, lot, purchase, document #>> '{terms,title}' as title, since, until
              from step
             order by until nulls last, since
             limit :most
            """;

    private final DatabaseClient database;

    SqlOpenSteps(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Work> of(Actor actor) {
        return database.sql(OF)
                .bind("department", orNone(actor.departmentId()))
                .bind("account", actor.accountId())
                .bind("body", orNone(actor.organizationId()))
                .bind("officer", actor.is(Role.DEPARTMENT_OFFICER))
                .bind("approver", actor.is(Role.DEPARTMENT_APPROVER))
                .bind("most", MOST)
                .map(SqlOpenSteps::work)
                .all();
    }

    private static Object orNone(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : id;
    }

    private static Work work(Readable row) {
        return new Work(
                Matter.valueOf(required(row, "matter", String.class)),
                required(row, "lot", UUID.class),
                required(row, "purchase", UUID.class),
                required(row, "title", String.class),
                required(row, "since", Instant.class),
                row.get("until", Instant.class));
    }
}
