package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A federation invites a body; one that stands in another federation is asked to come over. */
@Component
public class InviteMember {
    private final Seats seats;
    private final Enrolments enrolments;
    private final Register register;
    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final BusinessClock clock;

    public InviteMember(
            Seats seats,
            Enrolments enrolments,
            Register register,
            OrganizationDirectory organizations,
            Transactions transactions,
            BusinessClock clock) {
        this.seats = seats;
        this.enrolments = enrolments;
        this.register = register;
        this.organizations = organizations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param from wished first day, today when null */
    public Mono<Enrolment> by(Actor actor, UUID federationId, UUID memberId, @Nullable LocalDate from) {
        return transactions.write(seats.hold(federationId)
                .filter(seat -> seat.open() && Reach.isFederation(actor, seat))
                .switchIfEmpty(Mono.error(FederationProblem.NOT_FOUND::raise))
                .zipWith(clock.now().map(Now::of))
                .delayUntil(both -> admit(both.getT1(), memberId, both.getT2()))
                .flatMap(both -> invite(actor, both.getT1(), memberId, from, both.getT2())));
    }

    private Mono<BodyProfile> admit(Seat seat, UUID memberId, Now now) {
        return organizations
                .hold(memberId)
                .switchIfEmpty(Mono.error(
                        () -> FederationProblem.NOT_FOUND.raise(List.of(FieldProblem.of("/memberId", "body-unknown")))))
                .doOnNext(body -> seat.admit(body, body.standing(now.day(), now.at())));
    }

    private Mono<Enrolment> invite(Actor actor, Seat seat, UUID memberId, @Nullable LocalDate from, Now now) {
        var first = from == null ? now.day() : from;
        return elsewhere(seat, memberId, first)
                .map(elsewhere -> Enrolment.invited(
                        Ids.next(), seat.federationId(), memberId, first, elsewhere.orElse(null), now))
                .flatMap(invited -> register.add(invited, new Act(Act.Kind.INVITED, actor, null), What.INVITED))
                .delayUntil(invited -> askFormer(invited));
    }

    /** The membership that would be in the way on the first day. */
    private Mono<Optional<UUID>> elsewhere(Seat seat, UUID memberId, LocalDate first) {
        return enrolments
                .ofMember(memberId)
                .filter(other -> other.lastsOn(first))
                .next()
                .doOnNext(other -> refuseOwn(seat, other))
                .map(other -> Optional.of(other.id()))
                .defaultIfEmpty(Optional.empty());
    }

    private static void refuseOwn(Seat seat, Enrolment other) {
        if (other.federationId().equals(seat.federationId()) && other.end() == null) {
            throw FederationProblem.ALREADY_MEMBER.raise(other.from());
        }
    }

    private Mono<Void> askFormer(Enrolment invited) {
        return Mono.justOrEmpty(invited.transfer())
                .flatMap(transfer -> enrolments.get(transfer.membershipId()))
                .filter(former -> former.end() == null)
                .flatMap(former -> register.tell(former, What.TRANSFER_ASKED, List.of(Side.FEDERATION)));
    }
}
