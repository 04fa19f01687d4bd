package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.usecase.Expiries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Keeps one row for each mandate and distance in days. */
@Component
class SqlExpiries implements Expiries {
    private static final String TAKE = """
            with due as (
                select d.id, d.membership_id, d.valid_to, min(distance.days) as days
                  from federation.mandate d
                  join federation.membership m on m.id = d.membership_id and m.state = 'CONFIRMED'
                 cross join unnest(array[60, 30, 7]) as distance (days)
                 where d.revoked_at is null
                   and d.valid_from <= cast(:today as date)
                   and d.valid_to between cast(:today as date) and cast(:today as date) + distance.days
                   and not exists (
                       select from federation.told_expiry told
                        where told.mandate_id = d.id and told.days <= distance.days)
                 group by d.id
                 order by d.valid_to, d.id
                 limit :most),
            told as (
                insert into federation.told_expiry (mandate_id, days)
                select id, days from due
                    on conflict do nothing
                returning mandate_id)
            select due.membership_id, due.valid_to
              from due
              join told on told.mandate_id = due.id
            """;

    private final DatabaseClient database;

    SqlExpiries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Expiring> take(LocalDate today, int most) {
        return database.sql(TAKE)
                .bind("today", today)
                .bind("most", most)
                .map(row -> new Expiring(
                        required(row, "membership_id", UUID.class), required(row, "valid_to", LocalDate.class)))
                .all();
    }
}
