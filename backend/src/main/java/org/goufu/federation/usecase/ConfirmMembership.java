package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.federation.usecase.Reach.Reached;
import org.goufu.kernel.Actor;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The street confirms a membership; one elsewhere ends the day before, in the same transaction. */
@Component
public class ConfirmMembership {
    private final Reach reach;
    private final Seats seats;
    private final Enrolments enrolments;
    private final Agreements agreements;
    private final Register register;
    private final OrganizationDirectory organizations;
    private final Transactions transactions;
    private final BusinessClock clock;

    public ConfirmMembership(
            Reach reach,
            Seats seats,
            Enrolments enrolments,
            Agreements agreements,
            Register register,
            OrganizationDirectory organizations,
            Transactions transactions,
            BusinessClock clock) {
        this.reach = reach;
        this.seats = seats;
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.register = register;
        this.organizations = organizations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A membership elsewhere with its federation's seat. */
    private record Former(Enrolment membership, Seat seat) {}

    public Mono<Enrolment> by(Actor actor, UUID id, @Nullable Long seen) {
        return transactions.write(reach.membership(actor, id)
                .map(reached -> reached.by(Side.STREET).seenAs(seen))
                .zipWith(clock.now().map(Now::of))
                .delayUntil(both -> stillAdmitted(both.getT1(), both.getT2()))
                .flatMap(both -> former(both.getT1())
                        .flatMap(former -> confirm(actor, both.getT1(), former.orElse(null), both.getT2()))));
    }

    /** A filing may have run out since the invitation. */
    private Mono<Void> stillAdmitted(Reached reached, Now now) {
        return organizations
                .find(reached.membership().memberId())
                .switchIfEmpty(Mono.error(FederationProblem.MEMBERSHIP_NOT_FOUND::raise))
                .doOnNext(body -> reached.seat().admit(body, body.standing(now.day(), now.at())))
                .then();
    }

    private Mono<Optional<Former>> former(Reached reached) {
        return enrolments
                .ofMember(reached.membership().memberId())
                .filter(other -> other.lastsOn(reached.membership().from()))
                .next()
                .zipWhen(other -> seats.get(other.federationId()), Former::new)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Enrolment> confirm(Actor actor, Reached reached, @Nullable Former former, Now now) {
        var confirmed = former == null
                ? reached.membership().confirmed(null, false, now)
                : reached.membership()
                        .confirmed(
                                former.membership(),
                                !former.seat().street().equals(reached.seat().street()),
                                now);
        return handOver(actor, former, confirmed.from(), now)
                .then(Mono.defer(() -> register.save(
                        confirmed,
                        Act.of(Act.Kind.CONFIRMED, actor),
                        What.CONFIRMED,
                        List.of(Side.MEMBER, Side.FEDERATION),
                        confirmed.from())));
    }

    private Mono<Void> handOver(Actor actor, @Nullable Former former, LocalDate begins, Now now) {
        if (former == null || former.membership().end() != null) return Mono.empty();
        return refuseWhileHosted(agreements, former.membership().id(), begins.minusDays(1))
                .then(Mono.defer(() -> register.save(
                        former.membership().handedOver(begins, now),
                        Act.of(Act.Kind.TRANSFERRED, actor),
                        What.ENDED,
                        List.of(Side.FEDERATION),
                        begins.minusDays(1))))
                .then();
    }

    /** Whoever still carries out a project cannot go before its agreement ends. */
    static Mono<Void> refuseWhileHosted(Agreements agreements, UUID membershipId, LocalDate lastDay) {
        return agreements
                .ofMembership(membershipId)
                .filter(agreement -> agreement.runsAfter(lastDay))
                .next()
                .flatMap(running -> Mono.<Void>error(() -> refusal(running)));
    }

    private static RuntimeException refusal(HostingAgreement running) {
        return FederationProblem.HOSTING_RUNS.raise(running.scope(), running.to());
    }
}
