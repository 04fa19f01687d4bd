package org.goufu.matching;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.matching.domain.Evidence;
import org.goufu.matching.domain.Link;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.search.Capabilities.Candidate;

/** The Java reading applied to every body of the registry and to every way of bidding: what an index is compared with. */
final class BruteForce {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Map<UUID, BodyProfile> bodies;
    private final List<Link> links;

    private BruteForce(Map<UUID, BodyProfile> bodies, List<Membership> memberships) {
        this.bodies = bodies;
        this.links = memberships.stream()
                .map(one -> new Link(bodies.get(one.federationId()), bodies.get(one.memberId()), one))
                .toList();
    }

    /** Reads the whole registry through the doors. */
    static BruteForce of(OrganizationDirectory organizations, FederationDirectory federations) {
        var bodies = organizations
                .after(null, Integer.MAX_VALUE)
                .collectMap(BodyProfile::id)
                .block(LIMIT);
        return new BruteForce(
                bodies, federations.ofFederations(bodies.keySet()).collectList().block(LIMIT));
    }

    int bodies() {
        return bodies.size();
    }

    Set<Candidate> candidates(Rules rules, Moment moment) {
        var possible = new HashSet<Candidate>();
        for (var body : bodies.values()) {
            if (body.kind() != BodyKind.FILED_GROUP && fits(rules, Evidence.direct(body), moment)) {
                possible.add(new Candidate(body.id(), body.id()));
            }
        }
        for (var link : links) {
            if (link.evidence().anyMatch(evidence -> fits(rules, evidence, moment))) {
                possible.add(new Candidate(link.federation().id(), link.member().id()));
            }
        }
        return possible;
    }

    private static boolean fits(Rules rules, Evidence evidence, Moment moment) {
        return rules.fits(evidence, moment) && rules.judge(evidence, moment).possible();
    }
}
