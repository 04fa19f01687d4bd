package org.goufu.opendata.sql;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.opendata.domain.Days;
import org.goufu.opendata.domain.Standing;
import org.goufu.opendata.usecase.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps standings as sets of days, so that the counts of any day are one pass over them. */
@Component
class SqlStandings implements Standings {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final int MONTHS_KEPT = 12;

    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('opendata.standing'))";

    private static final String KEEP = """
            with given as (
                select given.body_id, given.region_code, given.kind, cast(given.on_record as datemultirange) as on_record,
                       cast(given.active as datemultirange) as active, cast(given.serving as datemultirange) as serving,
                       cast(given.member as datemultirange) as member
                  from unnest(cast(:ids as uuid[]), cast(:regions as text[]), cast(:kinds as text[]),
                              cast(:onRecord as text[]), cast(:active as text[]), cast(:serving as text[]),
                              cast(:member as text[]))
                    as given (body_id, region_code, kind, on_record, active, serving, member)),
            changed as (
                select given.*, kept.region_code as left_region
                  from given left join opendata.standing kept using (body_id)
                 where (kept.region_code, kept.kind, kept.on_record, kept.active, kept.serving, kept.member)
                       is distinct from
                       (given.region_code, given.kind, given.on_record, given.active, given.serving, given.member)),
            written as (
                insert into opendata.standing (body_id, region_code, kind, on_record, active, serving, member)
                select body_id, region_code, kind, on_record, active, serving, member from changed
                    on conflict (body_id) do update
                   set region_code = excluded.region_code, kind = excluded.kind, on_record = excluded.on_record,
                       active = excluded.active, serving = excluded.serving, member = excluded.member),
            marked as (
                insert into opendata.stale (region_code)
                select region_code from changed
                 union
                select left_region from changed where left_region is not null
                    on conflict do nothing)
            select count(*) as changed from changed
            """;

    private static final String FORGET = """
            with gone as (
                delete from opendata.standing where body_id = any(:ids) returning region_code),
            marked as (
                insert into opendata.stale (region_code) select distinct region_code from gone on conflict do nothing)
            select count(*) as changed from gone
            """;

    private static final String FORGET_OTHERS = """
            with gone as (
                delete from opendata.standing
                 where body_id > :after and body_id <= :last and body_id <> all(:ids)
                returning region_code),
            marked as (
                insert into opendata.stale (region_code) select distinct region_code from gone on conflict do nothing)
            select count(*) as changed from gone
            """;

    private static final String TAKE_STALE = """
            delete from opendata.stale
             where region_code in (select region_code from opendata.stale order by region_code limit :most)
            returning region_code
            """;

    private static final String CLEAR = "delete from opendata.tally where region_code = any(:places)";

    private static final String COUNT = """
            insert into opendata.tally (day, region_code, registered, filed, active_registered, active_filed, serving,
                                        unfederated, federations)
            select day.day, standing.region_code,
                   count(*) filter (where kind <> 'FILED_GROUP'),
                   count(*) filter (where kind = 'FILED_GROUP'),
                   count(*) filter (where kind <> 'FILED_GROUP' and active @> day.day),
                   count(*) filter (where kind = 'FILED_GROUP' and active @> day.day),
                   count(*) filter (where kind = 'FILED_GROUP' and serving @> day.day),
                   count(*) filter (where kind = 'FILED_GROUP' and not member @> day.day),
                   count(*) filter (where kind = 'FEDERATION')
              from opendata.standing
              join opendata.day on standing.on_record @> day.day
             where standing.region_code = any(:places)
             group by day.day, standing.region_code
            """;

    /** Also the first days of the months that are missing, so that a new installation has its past at once. */
    private static final String BEGIN = """
            insert into opendata.day (day)
            select cast(:today as date)
             union
            select cast(first as date)
              from generate_series(date_trunc('month', cast(:today as timestamp)) - make_interval(months => :months - 1),
                                   cast(:today as timestamp), interval '1 month') as first
                on conflict do nothing
            """;

    private static final String ALL_STALE = """
            insert into opendata.stale (region_code)
            select distinct region_code from opendata.standing
                on conflict do nothing
            """;

    private static final String DROP = """
            delete from opendata.day
             where day < :today
               and (extract(day from day) <> 1
                    or day < date_trunc('month', cast(:today as timestamp)) - make_interval(months => :months - 1))
            """;

    private static final String PUBLISH = """
            update opendata.day set counted_at = clock_timestamp() where day <= :today
            """;

    private static final String PUBLISHED = "select max(day) as day from opendata.day where counted_at is not null";

    private final DatabaseClient database;

    SqlStandings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> alone() {
        return database.sql(ALONE).then();
    }

    @Override
    public Mono<Long> keep(List<Standing> standings) {
        if (standings.isEmpty()) return Mono.just(0L);
        return database.sql(KEEP)
                .bind("ids", standings.stream().map(Standing::bodyId).toArray(UUID[]::new))
                .bind("regions", column(standings, Standing::regionCode))
                .bind("kinds", column(standings, standing -> standing.kind().name()))
                .bind("onRecord", column(standings, standing -> text(standing.onRecord())))
                .bind("active", column(standings, standing -> text(standing.active())))
                .bind("serving", column(standings, standing -> text(standing.serving())))
                .bind("member", column(standings, standing -> text(standing.member())))
                .map(row -> Objects.requireNonNull(row.get("changed", Long.class)))
                .one();
    }

    private static String[] column(List<Standing> standings, Function<Standing, String> value) {
        return standings.stream().map(value).toArray(String[]::new);
    }

    /** As PostgreSQL writes a set of days. */
    private static String text(Days days) {
        return days.stretches().stream()
                .map(stretch -> "[" + stretch.from() + "," + (stretch.until() == null ? "" : stretch.until()) + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Mono<Long> forget(Collection<UUID> bodyIds) {
        if (bodyIds.isEmpty()) return Mono.just(0L);
        return database.sql(FORGET)
                .bind("ids", bodyIds.toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("changed", Long.class)))
                .one();
    }

    @Override
    public Mono<Long> forgetOthers(@Nullable UUID after, @Nullable UUID last, Collection<UUID> bodyIds) {
        return database.sql(FORGET_OTHERS)
                .bind("after", after == null ? BEFORE_ALL : after)
                .bind("last", last == null ? AFTER_ALL : last)
                .bind("ids", bodyIds.toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("changed", Long.class)))
                .one();
    }

    @Override
    public Mono<Integer> recount(int most) {
        return database.sql(TAKE_STALE)
                .bind("most", most)
                .map(row -> Objects.requireNonNull(row.get("region_code", String.class)))
                .all()
                .collectList()
                .delayUntil(this::count)
                .map(List::size);
    }

    private Mono<Void> count(List<String> places) {
        if (places.isEmpty()) return Mono.empty();
        var codes = places.toArray(String[]::new);
        return database.sql(CLEAR)
                .bind("places", codes)
                .then()
                .then(database.sql(COUNT).bind("places", codes).then());
    }

    @Override
    public Mono<Void> begin(LocalDate today) {
        return database.sql(BEGIN)
                .bind("today", today)
                .bind("months", MONTHS_KEPT)
                .then()
                .then(database.sql(ALL_STALE).then());
    }

    @Override
    public Mono<Void> publish(LocalDate today) {
        return database.sql(DROP)
                .bind("today", today)
                .bind("months", MONTHS_KEPT)
                .then()
                .then(database.sql(PUBLISH).bind("today", today).then());
    }

    @Override
    public Mono<LocalDate> published() {
        return database.sql(PUBLISHED)
                .map(row -> Optional.ofNullable(row.get("day", LocalDate.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }
}
