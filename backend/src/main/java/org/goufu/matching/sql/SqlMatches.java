package org.goufu.matching.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.goufu.matching.domain.Match;
import org.goufu.matching.usecase.Matches;
import org.goufu.purchase.PublishedLot;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps lots and matches in PostgreSQL; many rows in one statement. */
@Component
class SqlMatches implements Matches {
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String KEEP = """
            insert into matching.lot (
                   id, number, notice_id, purchase_id, notice_title, title, department_id, department_name, region_code,
                   category_code, service_regions, budget_fen, method, requirements, published_at, deadline, ended, version)
            select kept.id, kept.number, kept."noticeId", kept."purchaseId", kept."noticeTitle", kept.title,
                   (kept.department ->> 'id')::uuid, kept.department ->> 'name', kept."regionCode", kept."categoryCode",
                   kept."serviceRegionCodes", kept."budgetFen", kept.method, kept.requirements, kept."publishedAt",
                   kept.deadline, not kept.open and (kept.deadline is null or kept.deadline > platform.now()), kept.version
              from jsonb_to_recordset(cast(:lots as jsonb)) as kept (
                   id uuid, number int, "noticeId" uuid, "purchaseId" uuid, "noticeTitle" text, title text,
                   department jsonb, "regionCode" text, "categoryCode" text, "serviceRegionCodes" text[],
                   "budgetFen" bigint, method text, requirements jsonb, "publishedAt" timestamptz, deadline timestamptz,
                   open boolean, version bigint)
                on conflict (id) do update
               set deadline = excluded.deadline, ended = excluded.ended, version = excluded.version
             where lot.version <= excluded.version
            """;

    private static final String OPEN = """
            select *
              from matching.lot
             where not ended and (deadline is null or deadline > platform.now())
               and (category_code = any(:ancestors) or category_code like any(:descendants))
             order by published_at desc, id
             limit :most
            """;

    private static final String OPEN_OF_NOTICES = """
            select *
              from matching.lot
             where notice_id = any(:notices)
               and not ended and (deadline is null or deadline > platform.now())
             order by notice_id, number
            """;

    private static final String WRITE = """
            with judged as (
                select *
                  from unnest(cast(:lots as uuid[]), cast(:bodies as uuid[]), cast(:routes as text[]),
                              cast(:bodyNames as text[]), cast(:bodyKinds as text[]), cast(:bidders as uuid[]),
                              cast(:bidderNames as text[]), cast(:eligibilities as text[]), cast(:scores as int[]),
                              cast(:tells as boolean[]), cast(:reasons as text[]), cast(:members as text[]))
                    as judged (lot_id, body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score,
                               tells, reasons, members)),
            told as (
                select earlier.lot_id, earlier.body_id
                  from matching.match earlier join judged using (lot_id, body_id)
                 where earlier.tells and earlier.closed_at is null),
            written as (
                insert into matching.match as match (
                       lot_id, body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, tells,
                       reasons, members, judged_at, since)
                select lot_id, body_id, route, body_name, body_kind, bidder_id, bidder_name, eligibility, score, tells,
                       cast(reasons as json), cast(members as json), :judgedAt, :judgedAt
                  from judged
                    on conflict (lot_id, body_id) do update
                   set route = excluded.route, body_name = excluded.body_name, body_kind = excluded.body_kind,
                       bidder_id = excluded.bidder_id, bidder_name = excluded.bidder_name,
                       eligibility = excluded.eligibility, score = excluded.score, tells = excluded.tells,
                       reasons = excluded.reasons, members = excluded.members, judged_at = excluded.judged_at,
                       closed_at = null
                 where match.judged_at <= excluded.judged_at
                returning lot_id, body_id, tells)
            select distinct written.lot_id
              from written left join told using (lot_id, body_id)
             where written.tells and told.body_id is null
            """;

    private static final String CLOSE_OF_LOT = """
            with matched as (
                update matching.lot set matched_at = greatest(matched_at, :judgedAt) where id = :lot)
            update matching.match
               set closed_at = :judgedAt, judged_at = :judgedAt
             where lot_id = :lot and closed_at is null and judged_at < :judgedAt
            """;

    private static final String CLOSE_OF_BODIES = """
            update matching.match
               set closed_at = :judgedAt, judged_at = :judgedAt
             where body_id = any(:bodies) and closed_at is null and judged_at < :judgedAt
               and lot_id in (
                   select id from matching.lot where not ended and (deadline is null or deadline > platform.now()))
            """;

    /** In one order, so that two judges of the same bodies wait for each other instead of for ever. */
    private static final String JUDGING = """
            insert into matching.judged_body as judged (body_id, judged_at)
            select body_id, :judgedAt from unnest(cast(:bodies as uuid[])) as body_id order by body_id
                on conflict (body_id) do update
               set judged_at = greatest(judged.judged_at, excluded.judged_at)
            """;

    private static final String SETTLE_LOTS = """
            update matching.match
               set closed_at = judged.judged_at, judged_at = judged.judged_at
              from matching.judged_body judged
             where match.lot_id = any(:lots) and match.closed_at is null
               and judged.body_id = match.body_id and match.judged_at < judged.judged_at
            """;

    private static final String SETTLE_BODIES = """
            update matching.match
               set closed_at = judged.judged_at, judged_at = judged.judged_at
              from matching.judged_body judged
             where match.body_id = any(:bodies) and match.closed_at is null
               and judged.body_id = match.body_id and match.judged_at < judged.judged_at
               and match.lot_id in (
                   select id from matching.lot where not ended and (deadline is null or deadline > platform.now()))
            """;

    private static final String MATCHED = """
            update matching.lot set matched_at = greatest(matched_at, :at) where id = any(:lots)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlMatches(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Void> keep(Collection<PublishedLot> lots) {
        if (lots.isEmpty()) return Mono.empty();
        return database.sql(KEEP).bind("lots", json.writeValueAsString(lots)).then();
    }

    @Override
    public Flux<PublishedLot> openLots(Collection<String> categories, int most) {
        return database.sql(OPEN)
                .bind("ancestors", LotRows.ancestors(categories))
                .bind("descendants", LotRows.descendants(categories))
                .bind("most", most)
                .map(row -> LotRows.lot(row, json))
                .all();
    }

    @Override
    public Flux<PublishedLot> openLotsOf(Collection<UUID> noticeIds) {
        return database.sql(OPEN_OF_NOTICES)
                .bind("notices", noticeIds.toArray(UUID[]::new))
                .map(row -> LotRows.lot(row, json))
                .all();
    }

    @Override
    public Mono<Set<UUID>> write(List<Match> matches, Instant judgedAt) {
        return Flux.fromIterable(matches)
                .buffer(ROWS_AT_ONCE)
                .concatMap(chunk -> chunk(chunk, judgedAt))
                .collect(HashSet::new, Set::add);
    }

    private Flux<UUID> chunk(List<Match> rows, Instant judgedAt) {
        return database.sql(WRITE)
                .bind("lots", column(rows, Match::lotId, UUID[]::new))
                .bind("bodies", column(rows, match -> match.body().id(), UUID[]::new))
                .bind("routes", column(rows, match -> match.route().name(), String[]::new))
                .bind("bodyNames", column(rows, match -> match.body().name(), String[]::new))
                .bind("bodyKinds", column(rows, match -> match.kind().name(), String[]::new))
                .bind("bidders", column(rows, match -> match.bidder().id(), UUID[]::new))
                .bind("bidderNames", column(rows, match -> match.bidder().name(), String[]::new))
                .bind("eligibilities", column(rows, match -> match.eligibility().name(), String[]::new))
                .bind("scores", column(rows, Match::score, Integer[]::new))
                .bind("tells", column(rows, Match::tells, Boolean[]::new))
                .bind("reasons", column(rows, match -> json.writeValueAsString(match.reasons()), String[]::new))
                .bind("members", column(rows, match -> json.writeValueAsString(match.members()), String[]::new))
                .bind("judgedAt", at(judgedAt))
                .map(row -> row.get("lot_id", UUID.class))
                .all();
    }

    private static <T> T[] column(List<Match> rows, Function<Match, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    @Override
    public Mono<Void> closeOthersOfLot(UUID lotId, Instant judgedAt) {
        return database.sql(CLOSE_OF_LOT)
                .bind("lot", lotId)
                .bind("judgedAt", at(judgedAt))
                .then();
    }

    @Override
    public Mono<Void> closeOthersOfBodies(Collection<UUID> bodyIds, Instant judgedAt) {
        return database.sql(CLOSE_OF_BODIES)
                .bind("bodies", bodyIds.toArray(UUID[]::new))
                .bind("judgedAt", at(judgedAt))
                .then();
    }

    @Override
    public Mono<Void> matched(Collection<UUID> lotIds, Instant at) {
        return database.sql(MATCHED)
                .bind("lots", lotIds.toArray(UUID[]::new))
                .bind("at", at(at))
                .then();
    }

    @Override
    public Mono<Void> judging(Collection<UUID> bodyIds, Instant judgedAt) {
        return database.sql(JUDGING)
                .bind("bodies", bodyIds.toArray(UUID[]::new))
                .bind("judgedAt", at(judgedAt))
                .then();
    }

    @Override
    public Mono<Void> settleLots(Collection<UUID> lotIds) {
        return database.sql(SETTLE_LOTS)
                .bind("lots", lotIds.toArray(UUID[]::new))
                .then();
    }

    @Override
    public Mono<Void> settleBodies(Collection<UUID> bodyIds) {
        return database.sql(SETTLE_BODIES)
                .bind("bodies", bodyIds.toArray(UUID[]::new))
                .then();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
