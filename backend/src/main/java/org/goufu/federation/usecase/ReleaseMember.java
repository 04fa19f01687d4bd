package org.goufu.federation.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The federation that a member is to leave agrees to the transfer, and so does its street where that is another one. */
@Component
public class ReleaseMember {
    private final Reach reach;
    private final Seats seats;
    private final Enrolments enrolments;
    private final Register register;
    private final Transactions transactions;
    private final BusinessClock clock;

    public ReleaseMember(
            Reach reach,
            Seats seats,
            Enrolments enrolments,
            Register register,
            Transactions transactions,
            BusinessClock clock) {
        this.reach = reach;
        this.seats = seats;
        this.enrolments = enrolments;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param id the membership to come, not the one to be left */
    public Mono<Enrolment> by(Actor actor, UUID id) {
        return transactions.write(enrolments
                .get(id)
                .zipWhen(coming -> formerSeat(actor, coming))
                .zipWith(clock.now().map(Now::of))
                .flatMap(all -> release(actor, all.getT1().getT1(), all.getT1().getT2(), all.getT2())));
    }

    /** Whoever reaches a membership that takes over from no other is told so; for everybody else it does not exist. */
    private Mono<Seat> formerSeat(Actor actor, Enrolment coming) {
        return Mono.justOrEmpty(coming.transfer())
                .switchIfEmpty(reach.membership(actor, coming.id())
                        .flatMap(reached -> Mono.error(FederationProblem.NOT_A_TRANSFER::raise)))
                .flatMap(transfer -> enrolments.get(transfer.membershipId()))
                .flatMap(former -> seats.get(former.federationId()));
    }

    private Mono<Enrolment> release(Actor actor, Enrolment coming, Seat former, Now now) {
        return register.save(
                coming.released(side(actor, former), now),
                Act.of(Act.Kind.RELEASED, actor),
                What.RELEASED,
                List.of(Side.MEMBER, Side.FEDERATION));
    }

    private static Side side(Actor actor, Seat former) {
        if (Reach.isFederation(actor, former)) return Side.FEDERATION;
        if (Reach.isStreet(actor, former)) return Side.STREET;
        throw FederationProblem.MEMBERSHIP_NOT_FOUND.raise();
    }
}
