package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads answers for the federation that asked, and what is asked for the group itself. */
@Component
public class RosterQueries {
    private static final String ANSWERS = """
            select distinct on (p.group_id) p.group_id, encode(p.digest, 'hex') as part, c.answer, c.at, c.ended_at
              from bidding.roster r
              join bidding.roster_part p on p.hash = r.hash
              left join bidding.consent c
                on c.lot = r.lot and c.federation = r.federation and c.group_id = p.group_id and c.part = p.digest
             where r.lot = :lot and r.federation = :federation
             order by p.group_id, c.id desc
            """;

    // What is asked now, and what was consented to and still stands though it is asked differently now.
    private static final String REQUESTS = """
            with asked as (
                select r.lot, r.federation, r.hash, p.digest, true as current
                  from bidding.roster r
                  join bidding.roster_part p on p.hash = r.hash
                 where p.group_id = :group and (cast(:lot as uuid) is null or r.lot = :lot)),
            earlier as (
                select distinct on (c.lot, c.federation, c.part) c.lot, c.federation, v.hash, c.part as digest, false as current
                  from bidding.consent c
                  join bidding.roster_part p on p.group_id = c.group_id and p.digest = c.part
                  join bidding.roster_version v on v.hash = p.hash and v.lot = c.lot and v.federation = c.federation
                 where c.group_id = :group and (cast(:lot as uuid) is null or c.lot = :lot)
                   and c.answer = 'CONSENTED' and c.ended_at is null
                   and not exists (select from asked a
                                    where a.lot = c.lot and a.federation = c.federation and a.digest = c.part)
                 order by c.lot, c.federation, c.part, v.hash)
            select w.lot, w.federation, w.current, encode(w.digest, 'hex') as part, v.own_share, v.fee, p.task,
                   p.deliverables, p.share, b.title, b.notice, b.deadline,
                   b.state = 'OPEN' and b.deadline > platform.now()
                       and not exists (select from bidding.lot_over o where o.lot = b.lot) as open,
                   newest.answer, newest.at, newest.ended_at
              from (select * from asked union all select * from earlier) w
              join bidding.roster_version v on v.hash = w.hash
              join bidding.roster_part p on p.hash = w.hash and p.group_id = :group
              join bidding.box b on b.lot = w.lot
              left join lateral (select c.answer, c.at, c.ended_at
                                   from bidding.consent c
                                  where c.lot = w.lot and c.federation = w.federation and c.group_id = :group
                                    and c.part = w.digest
                                  order by c.id desc
                                  limit 1) newest on true
             order by b.deadline desc, w.lot, w.federation, w.current desc
             limit 100
            """;

    private final DatabaseClient database;

    RosterQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What a group answered to its part as it stands now.
     *
     * @param part hash of the part's text
     * @param answer null when there is none yet
     * @param endedAt when it was taken back, null while it stands
     */
    public record AnswerRow(
            UUID group,
            String part,
            @Nullable String answer,
            @Nullable Instant at,
            @Nullable Instant endedAt) {}

    /**
     * What a federation asks a group.
     *
     * @param current false for what was asked before and consented to
     */
    public record RequestRow(
            UUID lot,
            UUID federation,
            boolean current,
            String title,
            UUID notice,
            Instant deadline,
            boolean open,
            String part,
            String task,
            String deliverables,
            int share,
            int fee,
            int ownShare,
            @Nullable String answer,
            @Nullable Instant at,
            @Nullable Instant endedAt) {}

    public Flux<AnswerRow> answers(UUID lot, UUID federation) {
        return database.sql(ANSWERS)
                .bind("lot", lot)
                .bind("federation", federation)
                .map(row -> new AnswerRow(
                        required(row, "group_id", UUID.class),
                        required(row, "part", String.class),
                        row.get("answer", String.class),
                        row.get("at", Instant.class),
                        row.get("ended_at", Instant.class)))
                .all();
    }

    /** For a group and nobody else, those that close last first; of one lot when it is named. */
    public Flux<RequestRow> requests(UUID group, @Nullable UUID lot) {
        var statement = database.sql(REQUESTS).bind("group", group);
        statement = lot == null ? statement.bindNull("lot", UUID.class) : statement.bind("lot", lot);
        return statement.map(RosterQueries::request).all();
    }

    private static RequestRow request(Readable row) {
        return new RequestRow(
                required(row, "lot", UUID.class),
                required(row, "federation", UUID.class),
                required(row, "current", Boolean.class),
                required(row, "title", String.class),
                required(row, "notice", UUID.class),
                required(row, "deadline", Instant.class),
                required(row, "open", Boolean.class),
                required(row, "part", String.class),
                required(row, "task", String.class),
                required(row, "deliverables", String.class),
                required(row, "share", Integer.class),
                required(row, "fee", Integer.class),
                required(row, "own_share", Integer.class),
                row.get("answer", String.class),
                row.get("at", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
