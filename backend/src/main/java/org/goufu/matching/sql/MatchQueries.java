package org.goufu.matching.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Match.Contribution;
import org.goufu.organization.BodyKind;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads matches for pages, one statement each; phrases are said where the language is known. */
@Component
public class MatchQueries {
    private static final TypeReference<List<Phrase>> PHRASES = new TypeReference<>() {};
    private static final TypeReference<List<Contribution>> MEMBERS = new TypeReference<>() {};
    private static final UUID FIRST = new UUID(0, 0);

    private static final String OF_LOT = """
            select match.*, counted.total
              from matching.match match,
                   (select count(*) as total
                      from (select 1 from matching.match
                             where lot_id = :lot and route = any(:routes) and closed_at is null limit 10001) as rows) counted
             where match.lot_id = :lot and match.route = any(:routes) and match.closed_at is null
               and (match.score < :score or (match.score = :score and match.body_id > :body))
             order by match.score desc, match.body_id
             limit :rows
            """;

    private static final String OF_LOT_AS_OF = """
            with standing as (
                select body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, reasons, members
                  from matching.match
                 where lot_id = :lot and since <= :moment and (closed_at is null or closed_at > :moment)
                 union all
                select body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, reasons, members
                  from matching.match_past
                 where lot_id = :lot and since <= :moment and until > :moment)
            select standing.*, counted.total
              from standing,
                   (select count(*) as total
                      from (select 1 from standing where route = any(:routes) limit 10001) as rows) counted
             where route = any(:routes) and (score < :score or (score = :score and body_id > :body))
             order by score desc, body_id
             limit :rows
            """;

    private static final String FEED = """
            select lot.*, match.body_id, match.route, match.body_name, match.body_kind, match.bidder_id, match.bidder_name,
                   match.eligibility, match.score, match.reasons, match.members, counted.total
              from matching.match match
              join matching.lot lot on lot.id = match.lot_id,
                   (select count(*) as total
                      from (select 1 from matching.match m join matching.lot l on l.id = m.lot_id
                             where m.body_id = :body and m.closed_at is null
                               and not l.ended and (l.deadline is null or l.deadline > platform.now())
                             limit 10001) as rows) counted
             where match.body_id = :body and match.closed_at is null
               and not lot.ended and (lot.deadline is null or lot.deadline > platform.now())
               and (match.score < :score or (match.score = :score and match.lot_id > :lot))
             order by match.score desc, match.lot_id
             limit :rows
            """;

    private static final String MATCHED_AT = """
            select matched_at from matching.lot where id = :lot and matched_at is not null
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    MatchQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A match as it stands, with how many there are. */
    public record Row(
            Named body,
            BodyKind kind,
            Named bidder,
            Eligibility eligibility,
            int score,
            List<Phrase> reasons,
            List<Contribution> members,
            long total) {}

    /** A match with its lot. */
    public record FeedRow(PublishedLot lot, Row match) {}

    /** After which row the page begins. */
    public record After(int score, UUID id) {
        public static final After START = new After(Integer.MAX_VALUE, FIRST);
    }

    /** Bidders of a lot, best first; groups stand in the members of their federation. */
    public Flux<Row> ofLot(UUID lotId, @Nullable String route, After after, int rows) {
        return database.sql(OF_LOT)
                .bind("lot", lotId)
                .bind("routes", routes(route))
                .bind("score", after.score())
                .bind("body", after.id())
                .bind("rows", rows)
                .map(this::row)
                .all();
    }

    /** The same as it was on record at the moment. */
    public Flux<Row> ofLotAsOf(UUID lotId, @Nullable String route, Instant moment, After after, int rows) {
        return database.sql(OF_LOT_AS_OF)
                .bind("lot", lotId)
                .bind("routes", routes(route))
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .bind("score", after.score())
                .bind("body", after.id())
                .bind("rows", rows)
                .map(this::row)
                .all();
    }

    private static String[] routes(@Nullable String route) {
        return route == null ? new String[] {"DIRECT", "FEDERATION"} : new String[] {route};
    }

    /** A body's open lots, best first. */
    public Flux<FeedRow> feed(UUID bodyId, After after, int rows) {
        return database.sql(FEED)
                .bind("body", bodyId)
                .bind("score", after.score())
                .bind("lot", after.id())
                .bind("rows", rows)
                .map(row -> new FeedRow(LotRows.lot(row, json), row(row)))
                .all();
    }

    /** Empty before the lot was matched for the first time. */
    public Mono<Instant> matchedAt(UUID lotId) {
        return database.sql(MATCHED_AT)
                .bind("lot", lotId)
                .mapValue(Instant.class)
                .one();
    }

    private Row row(Readable row) {
        return new Row(
                new Named(required(row, "body_id", UUID.class), required(row, "body_name", String.class)),
                BodyKind.valueOf(required(row, "body_kind", String.class)),
                new Named(required(row, "bidder_id", UUID.class), required(row, "bidder_name", String.class)),
                Eligibility.valueOf(required(row, "eligibility", String.class)),
                required(row, "score", Integer.class),
                json.readValue(required(row, "reasons", String.class), PHRASES),
                json.readValue(required(row, "members", String.class), MEMBERS),
                required(row, "total", Long.class));
    }
}
