package org.goufu.federation.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.organization.OrganizationProblem;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers a body, the federations in which it stands, and its own members. */
@Component
public class ReadProfile {
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;
    private final BusinessClock clock;

    /**
     * Everything that the public page shows.
     *
     * @param memberships the body's own, past ones included
     * @param members who stands in this federation; empty for other bodies
     * @param others the bodies at the other end, by id
     * @param now the moment by which validity is told
     */
    public record Gathered(
            BodyProfile body,
            List<Membership> memberships,
            List<Membership> members,
            Map<UUID, BodyProfile> others,
            Instant now) {

        public LocalDate today() {
            return LocalDate.ofInstant(now, BusinessClock.ZONE);
        }
    }

    ReadProfile(OrganizationDirectory organizations, FederationDirectory federations, BusinessClock clock) {
        this.organizations = organizations;
        this.federations = federations;
        this.clock = clock;
    }

    /** Fails with {@code organization/not-found} rather than completing empty. */
    public Mono<Gathered> of(UUID id) {
        return organizations
                .find(id)
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise))
                .flatMap(this::gather);
    }

    /** Fails with {@code organization/not-found} for a body that is no federation, too. */
    public Mono<Gathered> ofFederation(UUID id) {
        return organizations
                .find(id)
                .filter(body -> body.kind() == BodyKind.FEDERATION)
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise))
                .flatMap(this::gather);
    }

    private Mono<Gathered> gather(BodyProfile body) {
        var one = Set.of(body.id());
        return Mono.zip(
                        federations.ofMembers(one).collectList(),
                        federations.ofFederations(one).collectList(),
                        clock.now())
                .flatMap(found -> others(found.getT1(), found.getT2())
                        .map(others -> new Gathered(body, found.getT1(), found.getT2(), others, found.getT3())));
    }

    private Mono<Map<UUID, BodyProfile>> others(List<Membership> memberships, List<Membership> members) {
        Collection<UUID> ids = Stream.concat(
                        memberships.stream().map(Membership::federationId),
                        members.stream().map(Membership::memberId))
                .collect(Collectors.toSet());
        return organizations.findAll(ids).collectMap(BodyProfile::id);
    }
}
