package org.goufu.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The delivery rows as the relay sees them: leased, done, postponed or given up. */
@Component
class Deliveries {

    /** A leased delivery with its event. */
    record Leased(long eventId, String handler, int attempts, String payload) {}

    // The lease pushes due_at ahead, so a crash between claim and done only delays: after it the row is due again.
    private static final String LEASE = """
            update platform.outbox_delivery d
               set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => :lease)
              from (select event_id, handler
                      from platform.outbox_delivery
                     where due_at <= clock_timestamp() and not given_up and handler = any(:handlers)
                     order by due_at, event_id
                     limit :size
                       for update skip locked) due,
                   platform.outbox_event e
             where (d.event_id, d.handler) = (due.event_id, due.handler)
               and e.id = d.event_id
            returning d.event_id, d.handler, d.attempts, e.payload::text
            """;
    private static final String DONE = """
            with done as (
                delete from platform.outbox_delivery
                 where handler = :handler and event_id = any(:events)
                returning event_id)
            delete from platform.outbox_event e
             where e.id in (select event_id from done)
               and not exists (select 1 from platform.outbox_delivery d
                                where d.event_id = e.id and d.handler <> :handler)
            """;
    private static final String POSTPONE = """
            update platform.outbox_delivery
               set due_at = clock_timestamp() + make_interval(secs => :seconds),
                   failure = :failure,
                   given_up = attempts >= :attempts
             where handler = :handler and event_id = :event
            """;
    private static final String WAITING = "select count(*) from platform.outbox_delivery where not given_up";

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    Flux<Leased> lease(List<String> handlers, int size, Duration lease) {
        return database.sql(LEASE)
                .bind("handlers", handlers.toArray(String[]::new))
                .bind("size", size)
                .bind("lease", lease.toSeconds())
                .map(row -> new Leased(
                        row.get("event_id", Long.class),
                        row.get("handler", String.class),
                        row.get("attempts", Integer.class),
                        row.get("payload", String.class)))
                .all();
    }

    Mono<Void> done(String handler, List<Long> events) {
        return database.sql(DONE)
                .bind("handler", handler)
                .bind("events", events.toArray(Long[]::new))
                .then();
    }

    Mono<Void> postpone(Leased leased, Duration delay, int mostAttempts, String failure) {
        return database.sql(POSTPONE)
                .bind("seconds", delay.toMillis() / 1000.0)
                .bind("failure", failure)
                .bind("attempts", mostAttempts)
                .bind("handler", leased.handler())
                .bind("event", leased.eventId())
                .then();
    }

    Mono<Long> waiting() {
        return database.sql(WAITING).map(row -> row.get(0, Long.class)).one();
    }
}
