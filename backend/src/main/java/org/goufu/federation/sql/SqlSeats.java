package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Seats;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.FederationRecognition.Ending;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Federations and their streets in PostgreSQL. */
@Component
class SqlSeats implements Seats {
    private static final String GET = """
            select id, street_code, closed_at is null as open
              from federation.federation
             where id = :id
            """;

    private static final String HOLD = """
            select id, street_code, closed_at is null as open
              from federation.federation
             where id = :id
               for share
            """;

    private static final String LOCK = """
            select id, street_code, closed_at is null as open
              from federation.federation
             where id = :id
               for update
            """;

    /** What it was before it was closed stays readable. */
    private static final String ADD = """
            with kept as (
                insert into federation.past_seat (federation_id, street_code, registered_at, closed_at, closed_by,
                                                  closed_by_name, closed_as, closed_reason)
                select id, street_code, registered_at, closed_at, closed_by, closed_by_name, closed_as, closed_reason
                  from federation.federation
                 where id = :id and closed_at is not null and street_code = :street)
            insert into federation.federation as seat (id, street_code)
            values (:id, :street)
                on conflict (id) do update
               set registered_at = platform.now(), closed_at = null, closed_by = null, closed_by_name = null,
                   closed_as = null, closed_reason = null
             where seat.closed_at is not null and seat.street_code = excluded.street_code
            """;

    private static final String CLOSE = """
            update federation.federation
               set closed_at = platform.now(), closed_by = :by, closed_by_name = :byName, closed_as = :ending,
                   closed_reason = :reason
             where id = :id and closed_at is null
            """;

    private final DatabaseClient database;

    SqlSeats(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Seat> get(UUID federationId) {
        return one(GET, federationId);
    }

    @Override
    public Mono<Seat> hold(UUID federationId) {
        return one(HOLD, federationId);
    }

    @Override
    public Mono<Seat> lock(UUID federationId) {
        return one(LOCK, federationId);
    }

    private Mono<Seat> one(String statement, UUID federationId) {
        return database.sql(statement)
                .bind("id", federationId)
                .map(row -> new Seat(
                        required(row, "id", UUID.class),
                        new RegionCode(required(row, "street_code", String.class)),
                        required(row, "open", Boolean.class)))
                .one()
                .switchIfEmpty(Mono.error(FederationProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Seat> add(Seat seat) {
        return database.sql(ADD)
                .bind("id", seat.federationId())
                .bind("street", seat.street().value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(FederationProblem.STREET_HAS_ONE::raise))
                .thenReturn(seat)
                .onErrorMap(DuplicateKeyException.class, taken -> FederationProblem.STREET_HAS_ONE.raise());
    }

    @Override
    public Mono<Void> close(Seat seat, Actor by, Ending ending, String reason) {
        return database.sql(CLOSE)
                .bind("id", seat.federationId())
                .bind("by", by.accountId())
                .bind("byName", by.displayName())
                .bind("ending", ending.name())
                .bind("reason", reason)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(FederationProblem.CHANGED_MEANWHILE::raise))
                .then();
    }
}
