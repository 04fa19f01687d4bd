package org.goufu.federation.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.FederationRecognition;
import org.goufu.organization.FederationRecognition.Ending;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A registrar closes a federation: memberships, mandates and hosting agreements end the same day, and the street may have another.
 *
 * <p>What the legal person has signed it still owes; only standing in for others ends (domain.md 2.4).
 */
@Component
public class CloseFederation {
    private static final int COUNTY = 3;
    private static final int LONGEST_REASON = 200;

    private final Seats seats;
    private final Enrolments enrolments;
    private final Agreements agreements;
    private final Register register;
    private final FederationRecognition recognition;
    private final Transactions transactions;
    private final BusinessClock clock;

    public CloseFederation(
            Seats seats,
            Enrolments enrolments,
            Agreements agreements,
            Register register,
            FederationRecognition recognition,
            Transactions transactions,
            BusinessClock clock) {
        this.seats = seats;
        this.enrolments = enrolments;
        this.agreements = agreements;
        this.register = register;
        this.recognition = recognition;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a closing would end today. */
    public record Consequences(Seat seat, List<Enrolment> memberships, List<HostingAgreement> agreements, Now now) {
        public Consequences {
            memberships = List.copyOf(memberships);
            agreements = List.copyOf(agreements);
        }

        /** Another number whenever something was added, changed or has ended since. */
        public long version() {
            return memberships.stream().mapToLong(Enrolment::version).sum()
                    + agreements.stream().mapToLong(HostingAgreement::version).sum()
                    + 1_000_000L * (memberships.size() + agreements.size());
        }
    }

    /** Registering an association and ending it is the county's; a street only says who stands for it. */
    public static boolean mayEndThePerson(Actor actor) {
        return actor.region().level() <= COUNTY;
    }

    /** Fails with {@code federation/not-found} for registrars of other places, with {@code federation/closed} when it is. */
    public Mono<Consequences> consequences(Actor actor, UUID federationId) {
        return seats.get(federationId).flatMap(seat -> gathered(actor, seat));
    }

    /**
     * Fails with {@code http/version-stale} when the consequences are others than those that were read, with {@code
     * federation/county-only} for a street that would end the legal person.
     */
    public Mono<Void> by(Actor actor, UUID federationId, long version, Ending ending, String reason) {
        return transactions.write(seats.lock(federationId)
                .flatMap(seat -> gathered(actor, seat))
                .flatMap(found -> close(actor, found, version, ending, given(reason))));
    }

    private Mono<Consequences> gathered(Actor actor, Seat seat) {
        if (!Reach.isStreet(actor, seat)) {
            return Mono.error(FederationProblem.NOT_FOUND::raise);
        }
        seat.closed();
        return clock.now()
                .map(Now::of)
                .flatMap(now -> Mono.zip(
                                enrolments
                                        .openOf(seat.federationId(), now.day())
                                        .collectList(),
                                agreements.openOf(seat.federationId()).collectList())
                        .map(found -> new Consequences(seat, found.getT1(), found.getT2(), now)));
    }

    private Mono<Void> close(Actor actor, Consequences found, long version, Ending ending, String reason) {
        if (ending != Ending.STANDS_DOWN && !mayEndThePerson(actor)) {
            throw FederationProblem.COUNTY_ONLY.raise();
        }
        Versions.check(version, found.version());
        return Flux.fromIterable(found.agreements())
                .mapNotNull(agreement -> agreement.closed(found.now()))
                .concatMap(agreement -> agreements.save(agreement, actor))
                .thenMany(Flux.fromIterable(found.memberships()))
                .concatMap(membership -> end(actor, membership, reason, found.now()))
                .then(seats.close(found.seat().closed(), actor, ending, reason))
                .then(recognition.dismiss(actor, found.seat().federationId(), ending, reason));
    }

    private Mono<Enrolment> end(Actor actor, Enrolment membership, String reason, Now now) {
        return register.save(
                membership.closed(reason, now),
                new Act(Act.Kind.FEDERATION_CLOSED, actor, reason),
                What.FEDERATION_CLOSED,
                List.of(Side.MEMBER),
                reason);
    }

    private static String given(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw FederationProblem.REASON_MISSING.raise(
                    List.of(FieldProblem.of("/reason", "length", 1, LONGEST_REASON)));
        }
        return why;
    }
}
