package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads agreements for those who stand in them, and for nobody else. */
@Component
public class ConsortiumQueries {
    // What is asked now, and what the body signed before and still stands.
    private static final String OF = """
            with mine as (
                select v.hash, v.lead, v.terms, v.made_at, coalesce(c.version, 0) as version
                  from bidding.consortium_version v
                  join bidding.consortium_member me on me.hash = v.hash and me.body = :body
                  left join bidding.consortium c on c.hash = v.hash
                 where v.lot = :lot
                   and (c.hash is not null
                        or exists (select from bidding.consortium_answer a
                                    where a.hash = v.hash and a.body = :body and a.answer = 'SIGNED' and a.ended_at is null))
                 order by v.made_at desc
                 limit 30)
            select encode(mine.hash, 'hex') as hash, mine.lead, mine.terms, mine.made_at, mine.version,
                   m.body, m.name, m.work, m.share, newest.answer, newest.at, newest.ended_at, newest.by_name,
                   coalesce(newest.lapsed, false) as lapsed
              from mine
              join bidding.consortium_member m on m.hash = mine.hash
              left join lateral (select a.answer, a.at, a.ended_at, a.by_name, k.revoked_at is not null as lapsed
                                   from bidding.consortium_answer a
                                   left join bidding.signing_key k on k.id = a.key
                                  where a.hash = m.hash and a.body = m.body
                                  order by a.id desc
                                  limit 1) newest on true
             order by mine.lead <> :body, mine.version = 0, mine.made_at desc, mine.hash, m.body <> mine.lead, m.body
            """;

    private static final String SEAT = """
            select lead from bidding.consortium_seat where lot = :lot and body = :body
            """;

    private final DatabaseClient database;

    ConsortiumQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A member of an agreement with what it answered last; the lead comes first.
     *
     * @param version 0 of a text that its lead asks for no more
     * @param endedAt when the answer was taken back, null while it stands
     * @param by who gave it
     * @param lapsed whether it was signed by a key that was revoked since
     */
    public record MemberRow(
            String hash,
            UUID lead,
            String terms,
            Instant madeAt,
            long version,
            UUID body,
            String name,
            String work,
            int share,
            @Nullable String answer,
            @Nullable Instant at,
            @Nullable Instant endedAt,
            @Nullable String by,
            boolean lapsed) {}

    /** All members of each agreement that the body stands in, its own first. */
    public Flux<MemberRow> of(UUID lot, UUID body) {
        return database.sql(OF)
                .bind("lot", lot)
                .bind("body", body)
                .map(ConsortiumQueries::member)
                .all();
    }

    private static MemberRow member(Readable row) {
        return new MemberRow(
                required(row, "hash", String.class),
                required(row, "lead", UUID.class),
                required(row, "terms", String.class),
                required(row, "made_at", Instant.class),
                required(row, "version", Long.class),
                required(row, "body", UUID.class),
                required(row, "name", String.class),
                required(row, "work", String.class),
                required(row, "share", Integer.class),
                row.get("answer", String.class),
                row.get("at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("by_name", String.class),
                required(row, "lapsed", Boolean.class));
    }

    /** Whose agreement the body signed; empty when none. */
    public Mono<UUID> seat(UUID lot, UUID body) {
        return database.sql(SEAT)
                .bind("lot", lot)
                .bind("body", body)
                .mapValue(UUID.class)
                .one();
    }
}
