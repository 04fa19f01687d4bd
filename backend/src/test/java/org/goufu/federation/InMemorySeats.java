package org.goufu.federation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Seats;
import org.goufu.kernel.Actor;
import org.goufu.organization.FederationRecognition.Ending;
import reactor.core.publisher.Mono;

/** Federations and their streets in a map. */
public final class InMemorySeats implements Seats {
    private final Map<UUID, Seat> rows = new HashMap<>();

    /** Also for a street that has one: the other may have closed since. */
    public Seat holding(Seat seat) {
        rows.put(seat.federationId(), seat);
        return seat;
    }

    @Override
    public Mono<Seat> get(UUID federationId) {
        return Mono.justOrEmpty(rows.get(federationId)).switchIfEmpty(Mono.error(FederationProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Seat> hold(UUID federationId) {
        return get(federationId);
    }

    @Override
    public Mono<Seat> lock(UUID federationId) {
        return get(federationId);
    }

    @Override
    public Mono<Seat> add(Seat seat) {
        return Mono.fromCallable(() -> {
            var before = rows.get(seat.federationId());
            boolean again = before != null && !before.open() && before.street().equals(seat.street());
            if (before != null && !again || rows.values().stream().anyMatch(row -> isTaken(row, seat))) {
                throw FederationProblem.STREET_HAS_ONE.raise();
            }
            rows.put(seat.federationId(), seat);
            return seat;
        });
    }

    private static boolean isTaken(Seat row, Seat seat) {
        return row.open() && row.street().equals(seat.street());
    }

    @Override
    public Mono<Void> close(Seat seat, Actor by, Ending ending, String reason) {
        return Mono.fromRunnable(() -> {
            if (!Objects.requireNonNull(rows.get(seat.federationId())).open()) {
                throw FederationProblem.CHANGED_MEANWHILE.raise();
            }
            rows.put(seat.federationId(), seat);
        });
    }
}
