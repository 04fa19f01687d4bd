package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.usecase.OpeningsDue;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.purchase.Work;
import org.goufu.purchase.Work.Matter;
import org.goufu.purchase.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds what waits for departments, holders, bidders and groups; before an opening begins nothing of it tells of a bid. */
@Component
class SqlBiddingWork implements WorkSource, OpeningsDue {
    private static final String DUE = """
            select b.lot
              from bidding.keyset_now k
              join bidding.box b on b.lot = k.lot_id and b.state = 'SEALED'
             where k.department_id = :department
               and not exists (select from bidding.opening o where o.lot = b.lot)
               and not exists (select from bidding.lot_over o where o.lot = b.lot)
             order by b.deadline desc
             limit :most
            """;

    private static final String OF = """
            select 'OPEN_PRICES' as matter, o.lot, o.purchase, o.title, s.opened_at as since, cast(null as timestamptz) as until
              from bidding.opening o
              join bidding.opening_stage s on s.lot = o.lot and s.stage = 'TECHNICAL'
             where o.department = :department and o.state = 'PRICES_ALLOWED'
             union all
            select 'GIVE_SHARES', o.lot, o.purchase, o.title, s.released_at, null
              from bidding.opening_stage s
              join bidding.opening o on o.lot = s.lot and o.state <> 'ENDED'
             where s.gathered_at is null
               and exists (select from bidding.opened_bid b
                             join bidding.keyset t on t.lot_id = b.lot and t.digest = b.keyset
                             join bidding.keyset_member m on m.lot_id = t.lot_id and m.version = t.version
                             join bidding.holder_key k on k.kid = m.kid and k.owner_id = :account
                            where b.lot = s.lot and b.pending
                              and not exists (select from bidding.opening_holder h where h.stage = s.id and h.kid = k.kid))
             union all
            select 'ENROL_KEYS', b.lot, b.purchase, b.title, w.since, b.deadline
              from bidding.keyset_awaited w
              join bidding.box b on b.lot = w.lot_id and b.state = 'OPEN' and b.deadline > platform.now()
               and not exists (select from bidding.lot_over o where o.lot = b.lot)
             where (w.department_id = :department or w.supervised like :supervised || '%')
               and not exists (select from bidding.keyset k where k.lot_id = w.lot_id)
             union all
            select 'REPLACE_HOLDERS', b.lot, b.purchase, b.title, max(coalesce(h.revoked_at, newer.enrolled_at)), b.deadline
              from bidding.keyset_now t
              join bidding.box b on b.lot = t.lot_id and b.state = 'OPEN' and b.deadline > platform.now()
               and not exists (select from bidding.lot_over o where o.lot = b.lot)
              join bidding.keyset_member m on m.lot_id = t.lot_id and m.version = t.version
              join bidding.holder_key h on h.kid = m.kid
              left join bidding.holder_key newer on newer.owner_id = h.owner_id and newer.state = 'ENROLLED' and newer.id > h.id
             where t.department_id = :approving and (h.state = 'REVOKED' or newer.id is not null)
             group by b.lot
             union all
            select 'RESEAL', x.lot, x.purchase, x.title,
                   (select max(r.at) from bidding.keyset_replacement r where r.lot_id = x.lot), x.deadline
              from bidding.to_reseal a
              join bidding.standing s on s.lot = a.lot and s.body = a.body and s.envelope = a.envelope
              join bidding.box x on x.lot = s.lot and x.state = 'OPEN' and x.deadline > platform.now()
               and not exists (select from bidding.lot_over o where o.lot = x.lot)
             where a.body = :body and a.keyset <> x.keyset
             union all
            select 'LOOK_AT_SEAL', o.lot, o.purchase, o.title, o.begun_at, o.check_until
              from bidding.opened_bid b
              join bidding.opening o on o.lot = b.lot and o.state = 'SEAL_CHECK'
             where b.body = :body
               and not exists (select from bidding.opening_word w where w.lot = b.lot and w.body = b.body)
             union all
            select 'MEND_BID', o.lot, o.purchase, o.title, s.gathered_at, s.remedy_until
              from bidding.opened_bid b
              join bidding.opening o on o.lot = b.lot and o.state <> 'ENDED'
              join bidding.opening_stage s on s.lot = b.lot and s.opened_at is null and s.remedy_until > platform.now()
             where b.body = :body and not b.pending and b.mendable
             union all
            select 'ANSWER_PART', x.lot, x.purchase, x.title, v.made_at, x.deadline
              from bidding.roster_part p
              join bidding.roster r on r.hash = p.hash
              join bidding.roster_version v on v.hash = r.hash
              join bidding.box x on x.lot = r.lot and x.state = 'OPEN' and x.deadline > platform.now()
               and not exists (select from bidding.lot_over o where o.lot = x.lot)
             where p.group_id = :body
               and not exists (select from bidding.consent c
                                where c.lot = r.lot and c.federation = r.federation and c.group_id = p.group_id
                                  and c.part = p.digest and c.ended_at is null)
             order by until nulls last, since
             limit :most
            """;

    private final DatabaseClient database;

    SqlBiddingWork(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<UUID> ofDepartment(UUID department, int most) {
        return database.sql(DUE)
                .bind("department", department)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }

    @Override
    public Flux<Work> of(Actor actor) {
        return database.sql(OF)
                .bind("department", orNone(actor.departmentId()))
                .bind("approving", actor.is(Role.DEPARTMENT_APPROVER) ? orNone(actor.departmentId()) : orNone(null))
                .bind(
                        "supervised",
                        Rows.orNull(actor.supervised().map(RegionCode::value).orElse(null), String.class))
                .bind("account", actor.accountId())
                .bind("body", orNone(actor.organizationId()))
                .bind("most", MOST)
                .map(SqlBiddingWork::work)
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
