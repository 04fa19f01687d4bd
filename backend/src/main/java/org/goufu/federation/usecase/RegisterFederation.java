package org.goufu.federation.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.FederationRecognition;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A registrar records that a registered association is the federation of a street. */
@Component
public class RegisterFederation {
    private final Seats seats;
    private final OrganizationDirectory organizations;
    private final FederationRecognition recognition;
    private final Regions regions;
    private final Transactions transactions;
    private final BusinessClock clock;

    public RegisterFederation(
            Seats seats,
            OrganizationDirectory organizations,
            FederationRecognition recognition,
            Regions regions,
            Transactions transactions,
            BusinessClock clock) {
        this.seats = seats;
        this.organizations = organizations;
        this.recognition = recognition;
        this.regions = regions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A street outside the registrar's region does not exist for him or her. */
    public Mono<Seat> by(Actor actor, UUID organizationId, String streetCode) {
        return Mono.fromCallable(() -> street(actor, streetCode))
                .flatMap(street -> transactions.write(clock.now()
                        .map(Now::of)
                        .flatMap(now -> taken(organizationId, street, now))
                        .flatMap(seats::add)
                        .delayUntil(seat -> recognition.recognize(
                                actor, seat.federationId(), seat.street().value()))));
    }

    private RegionCode street(Actor actor, String code) {
        return regions.find(code)
                .map(region -> new RegionCode(region.code()))
                .filter(actor.region()::covers)
                .orElseThrow(() -> FederationProblem.STREET_UNKNOWN.raise(
                        List.of(FieldProblem.of("/streetCode", "street", code)), code));
    }

    private Mono<Seat> taken(UUID organizationId, RegionCode street, Now now) {
        return organizations
                .find(organizationId)
                .switchIfEmpty(Mono.error(FederationProblem.NOT_FOUND::raise))
                .map(body -> Seat.taken(body, street, body.standing(now.day(), now.at())));
    }
}
