package org.goufu.federation.usecase;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides on whose behalf somebody reaches a federation or a membership; for everybody else it does not exist. */
@Component
public class Reach {
    private final Seats seats;
    private final Enrolments enrolments;

    public Reach(Seats seats, Enrolments enrolments) {
        this.seats = seats;
        this.enrolments = enrolments;
    }

    /** A membership as somebody reaches it. */
    public record Reached(Enrolment membership, Seat seat, Side side) {

        /** Fails with {@code federation/membership-not-found} when the act belongs to another side. */
        Reached by(Side... asked) {
            if (!Set.of(asked).contains(side)) {
                throw FederationProblem.MEMBERSHIP_NOT_FOUND.raise();
            }
            return this;
        }

        Reached seenAs(@Nullable Long seen) {
            membership.seenAs(seen);
            return this;
        }
    }

    /** For the federation's staff and the registrars of its street; fails with {@code federation/not-found} for others. */
    public Mono<Seat> seat(Actor actor, UUID federationId) {
        return seats.get(federationId)
                .filter(seat -> isFederation(actor, seat) || isStreet(actor, seat))
                .switchIfEmpty(Mono.error(FederationProblem.NOT_FOUND::raise));
    }

    /** For the member, the federation and the street; fails with {@code federation/membership-not-found} for others. */
    public Mono<Reached> membership(Actor actor, UUID id) {
        return enrolments
                .get(id)
                .zipWhen(found -> seats.get(found.federationId()))
                .flatMap(both -> Mono.justOrEmpty(reached(actor, both.getT1(), both.getT2())))
                .switchIfEmpty(Mono.error(FederationProblem.MEMBERSHIP_NOT_FOUND::raise));
    }

    static boolean isFederation(Actor actor, Seat seat) {
        return actor.is(Role.FEDERATION_STAFF) && seat.federationId().equals(actor.organizationId());
    }

    static boolean isStreet(Actor actor, Seat seat) {
        return actor.is(Role.REGISTRAR)
                && actor.regionCode() != null
                && actor.regionCode().covers(seat.street());
    }

    private static Optional<Reached> reached(Actor actor, Enrolment found, Seat seat) {
        if (isFederation(actor, seat)) return Optional.of(new Reached(found, seat, Side.FEDERATION));
        if (isStreet(actor, seat)) return Optional.of(new Reached(found, seat, Side.STREET));
        return found.memberId().equals(actor.organizationId())
                ? Optional.of(new Reached(found, seat, Side.MEMBER))
                : Optional.empty();
    }
}
