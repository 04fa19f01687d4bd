package org.goufu.federation.usecase;

import java.util.UUID;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves hosting agreements. */
public interface Agreements {
    /** Fails with {@code federation/agreement-not-found}, also for one of another membership. */
    Mono<HostingAgreement> get(UUID membershipId, UUID id);

    Flux<HostingAgreement> ofMembership(UUID membershipId);

    /** Of all its memberships, those that are proposed or active, in order of id. */
    Flux<HostingAgreement> openOf(UUID federationId);

    Mono<HostingAgreement> add(HostingAgreement agreement, Actor by);

    /**
     * Fails with {@code federation/scope-taken} when the group has another active agreement for the scope, with {@code
     * federation/changed-meanwhile} when someone saved first.
     */
    Mono<HostingAgreement> save(HostingAgreement agreement, Actor by);
}
