package org.goufu.matching.usecase;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds the legal persons so close to a bidder that the conflict rules would look at both if they bid as well. */
@Component
public class FindRelated {
    /** Nobody reads more before a bid. */
    static final int MOST = 100;

    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    public FindRelated(OrganizationDirectory organizations, FederationDirectory federations) {
        this.organizations = organizations;
        this.federations = federations;
    }

    /** By name; whether what binds them still holds is for the rules to judge. */
    Flux<BodyProfile> of(UUID bidderId) {
        return Flux.merge(organizations.sharingHead(bidderId), inOneFederation(bidderId))
                .filter(id -> !id.equals(bidderId))
                .distinct()
                .collectList()
                .flatMapMany(organizations::findAll)
                .filter(body -> body.kind().isLegalPerson())
                .sort(Comparator.comparing(BodyProfile::name))
                .take(MOST);
    }

    /** Its federations, and their members or its own. */
    private Flux<UUID> inOneFederation(UUID bidderId) {
        return federations
                .ofMembers(List.of(bidderId))
                .map(Membership::federationId)
                .startWith(bidderId)
                .distinct()
                .collectList()
                .flatMapMany(federations::ofFederations)
                .flatMapIterable(link -> List.of(link.federationId(), link.memberId()));
    }
}
