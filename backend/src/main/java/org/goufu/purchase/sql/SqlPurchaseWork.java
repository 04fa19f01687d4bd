package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.purchase.Work;
import org.goufu.purchase.Work.Matter;
import org.goufu.purchase.WorkSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Finds what waits for an approver: drafts to review, terminations and results of the portal to publish, unless it is the approver's own
 * (nobody publishes alone); and for an officer: results that were given back.
 */
@Component
class SqlPurchaseWork implements WorkSource {
    private static final String OF = """
            select 'REVIEW_PURCHASE' as matter, null as lot, p.id as purchase, coalesce(p.title, '') as title, p.updated_at as since
              from purchase.purchase p
             where :approver and p.department_id = :department and p.state = 'IN_REVIEW' and not p.authors @> array[:account]
             union all
            select 'PUBLISH_TERMINATION', t.lot_id, n.purchase_id, l.title, t.at
              from purchase.purchase p
              join purchase.notice n on n.purchase_id = p.id
              join purchase.lot l on l.notice_id = n.id
              join purchase.termination t on t.lot_id = l.id
             where :approver and p.department_id = :department and p.state = 'PUBLISHED' and t.by_id is distinct from :account
             union all
            select case when r.returned is null then 'PUBLISH_RESULT' else 'MEND_RESULT' end, r.lot_id, n.purchase_id, l.title, r.at
              from purchase.portal_result r
              join purchase.lot l on l.id = r.lot_id
              join purchase.notice n on n.id = l.notice_id
             where n.department_id = :department
               and case when r.returned is null then :approver and not r.authors @> array[:account] else :officer end
             order by since
             limit :most
            """;

    private final DatabaseClient database;

    SqlPurchaseWork(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Work> of(Actor actor) {
        var department = actor.departmentId();
        var approver = actor.is(Role.DEPARTMENT_APPROVER);
        var officer = actor.is(Role.DEPARTMENT_OFFICER);
        if (department == null || !approver && !officer) return Flux.empty();
        return database.sql(OF)
                .bind("department", department)
                .bind("account", actor.accountId())
                .bind("approver", approver)
                .bind("officer", officer)
                .bind("most", MOST)
                .map(SqlPurchaseWork::work)
                .all();
    }

    private static Work work(Readable row) {
        return new Work(
                Matter.valueOf(Objects.requireNonNull(row.get("matter", String.class))),
                row.get("lot", UUID.class),
                Objects.requireNonNull(row.get("purchase", UUID.class)),
                Objects.requireNonNull(row.get("title", String.class)),
                Objects.requireNonNull(row.get("since", Instant.class)),
                null);
    }
}
