package org.goufu.opendata.usecase;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.opendata.domain.Standing;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Re-reads bodies that the news is about, and keeps how they stand. */
@Component
class FollowRegistry {
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;
    private final Standings standings;
    private final Transactions transactions;

    FollowRegistry(
            OrganizationDirectory organizations,
            FederationDirectory federations,
            Standings standings,
            Transactions transactions) {
        this.organizations = organizations;
        this.federations = federations;
        this.standings = standings;
        this.transactions = transactions;
    }

    Mono<Void> of(Collection<UUID> bodyIds) {
        return transactions.write(standings
                .alone()
                .then(organizations.findAll(bodyIds).collectList())
                .flatMap(found -> keep(found).then(standings.forget(missing(bodyIds, found))))
                .then());
    }

    /** Completes with how many of them stood otherwise until now. */
    Mono<Long> keep(List<BodyProfile> bodies) {
        return federations
                .ofMembers(bodies.stream().map(BodyProfile::id).toList())
                .collect(Collectors.groupingBy(Membership::memberId))
                .map(memberships -> bodies.stream()
                        .map(body -> Standing.of(body, memberships.getOrDefault(body.id(), List.of())))
                        .toList())
                .flatMap(standings::keep);
    }

    private static Collection<UUID> missing(Collection<UUID> asked, List<BodyProfile> found) {
        var missing = new HashSet<>(asked);
        found.forEach(body -> missing.remove(body.id()));
        return missing;
    }
}
