package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.goufu.organization.FactKind;
import org.goufu.organization.usecase.Endings;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Keeps one row for each ending and distance in days. */
@Component
class SqlEndings implements Endings {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String TAKE = """
            with ending as (
                select fact.body_id, fact.kind, fact.value, fact.valid_to as last_day
                  from organization.fact
                 where fact.kind in ('GRADE', 'QUALIFICATION', 'TAX', 'FILING') and fact.withdrawn_at is null
                   and fact.valid_from <= cast(:today as date)
                   and fact.valid_to between cast(:today as date) and cast(:today as date) + 60
                   and (fact.kind <> 'FILING' or fact.value = 'ACTIVE') and not starts_with(fact.value, '-')
                   and not exists (
                       select from organization.fact later
                        where later.body_id = fact.body_id and later.kind = fact.kind and later.withdrawn_at is null
                          and (later.kind not in ('QUALIFICATION', 'TAX') or later.value = fact.value)
                          and later.valid_from <= fact.valid_to + 1
                          and (later.valid_to is null or later.valid_to > fact.valid_to))
                union all
                select body.id, 'INSPECTION', cast(:year as int)::text, cast(:concluded as date)
                  from organization.body
                 where cast(:concluded as date) between cast(:today as date) and cast(:today as date) + 60
                   and body.kind <> 'FILED_GROUP' and body.founded_on <= make_date(cast(:year as int), 6, 30)
                   and not exists (
                       select from organization.fact conclusion
                        where conclusion.body_id = body.id and conclusion.kind = 'INSPECTION'
                          and conclusion.withdrawn_at is null and starts_with(conclusion.value, cast(:year as int) || ':'))),
            due as (
                select ending.body_id, ending.kind, ending.value, ending.last_day, min(distance.days) as days,
                       dense_rank() over (order by ending.body_id) as place
                  from ending
                  join unnest(array[60, 30, 7]) as distance (days)
                    on ending.last_day <= cast(:today as date) + distance.days
                 where ending.body_id > :after
                   and not exists (
                       select from organization.told_ending told
                        where told.body_id = ending.body_id and told.kind = ending.kind and told.value = ending.value
                          and told.last_day = ending.last_day and told.days <= distance.days)
                 group by ending.body_id, ending.kind, ending.value, ending.last_day),
            told as (
                insert into organization.told_ending (body_id, kind, value, last_day, days)
                select body_id, kind, value, last_day, days from due where place <= :bodies
                    on conflict do nothing
                returning body_id, kind, value, last_day)
            select told.body_id, body.name, told.kind, told.value, told.last_day
              from told
              join organization.body on body.id = told.body_id
             order by told.body_id, told.last_day, told.kind, told.value
            """;

    private final DatabaseClient database;

    SqlEndings(DatabaseClient database) {
        this.database = database;
    }

    /** The conclusions of a year are out by the end of the next September (domain.md 3.3). */
    @Override
    public Flux<Ending> take(LocalDate today, @Nullable UUID after, int bodies) {
        return database.sql(TAKE)
                .bind("today", today)
                .bind("year", today.getYear() - 1)
                .bind("concluded", LocalDate.of(today.getYear(), Month.SEPTEMBER, 30))
                .bind("after", after == null ? BEFORE_ALL : after)
                .bind("bodies", bodies)
                .map(row -> new Ending(
                        required(row, "body_id", UUID.class),
                        required(row, "name", String.class),
                        FactKind.valueOf(required(row, "kind", String.class)),
                        required(row, "value", String.class),
                        required(row, "last_day", LocalDate.class)))
                .all();
    }
}
