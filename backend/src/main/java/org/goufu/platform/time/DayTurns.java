package org.goufu.platform.time;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives each new business day to one instance to work through, and remembers how far it came.
 *
 * <p>Whoever takes a turn holds it by a lease that every step renews: when it dies, another one goes on where it stopped.
 */
@Component
public class DayTurns {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String BEGIN = """
            insert into platform.day_turn (work, done_on)
            values (:work, (platform.now() at time zone 'Asia/Shanghai')::date)
                on conflict do nothing
            """;
    private static final String TAKE = """
            update platform.day_turn as turn
               set holder = :holder,
                   leased_until = clock_timestamp() + make_interval(secs => :lease),
                   done_on = least(turn.done_on, cast(:known as date)),
                   turning_to = coalesce(turn.turning_to, today.day),
                   reached = case when cast(:known as date) < turn.done_on then null else turn.reached end
              from (select (platform.now() at time zone 'Asia/Shanghai')::date as day) as today
             where turn.work = :work
               and (turn.leased_until is null or turn.leased_until < clock_timestamp())
               and (turn.turning_to is not null or least(turn.done_on, cast(:known as date)) < today.day)
            returning turn.done_on, turn.turning_to, turn.reached
            """;
    private static final String REACHED = """
            update platform.day_turn
               set reached = :reached, leased_until = clock_timestamp() + make_interval(secs => :lease)
             where work = :work and holder = :holder
            """;
    private static final String DONE = """
            update platform.day_turn
               set done_on = turning_to, turning_to = null, reached = null, holder = null, leased_until = null
             where work = :work and holder = :holder
            """;
    private static final String GIVE_BACK = """
            update platform.day_turn
               set holder = null, leased_until = null
             where work = :work and holder = :holder
            """;

    private final DatabaseClient database;

    DayTurns(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The days after {@code last} up to and including {@code today}.
     *
     * @param reached the last one that is done with, null at the beginning
     */
    public record Turn(
            String work,
            UUID holder,
            LocalDate last,
            LocalDate today,
            @Nullable UUID reached) {}

    /**
     * Empty while another instance holds the turn, and when today is done.
     *
     * @param known an earlier day than the remembered one when the work's own memory says so
     */
    public Mono<Turn> take(String work, @Nullable LocalDate known) {
        var holder = UUID.randomUUID();
        return database.sql(BEGIN)
                .bind("work", work)
                .then()
                .then(database.sql(TAKE)
                        .bind("work", work)
                        .bind("holder", holder)
                        .bind("lease", LEASE.toSeconds())
                        .bind("known", Parameters.in(R2dbcType.DATE, known))
                        .map(row -> turn(work, holder, row))
                        .one());
    }

    private static Turn turn(String work, UUID holder, Readable row) {
        return new Turn(
                work,
                holder,
                Objects.requireNonNull(row.get("done_on", LocalDate.class)),
                Objects.requireNonNull(row.get("turning_to", LocalDate.class)),
                row.get("reached", UUID.class));
    }

    /** Remembers the last one that is done with; fails when another instance holds the turn by now. */
    public Mono<Void> reached(Turn turn, UUID id) {
        return database.sql(REACHED)
                .bind("reached", id)
                .bind("lease", LEASE.toSeconds())
                .bind("work", turn.work())
                .bind("holder", turn.holder())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(turn + " is held by another instance")))
                .then();
    }

    public Mono<Void> done(Turn turn) {
        return end(DONE, turn);
    }

    /** After a failure, so that whoever asks next need not wait for the lease. */
    public Mono<Void> giveBack(Turn turn) {
        return end(GIVE_BACK, turn);
    }

    private Mono<Void> end(String statement, Turn turn) {
        return database.sql(statement)
                .bind("work", turn.work())
                .bind("holder", turn.holder())
                .then();
    }
}
