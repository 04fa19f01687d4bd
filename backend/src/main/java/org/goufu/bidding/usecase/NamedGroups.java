package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Participation;
import org.goufu.bidding.usecase.Rosters.Held;
import org.goufu.bidding.usecase.Rosters.Key;
import org.goufu.bidding.usecase.TakeBids.Incoming;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Judges the groups that federations name in their bids, on what is held until the transaction ends: the rosters, the consents, the
 * filings, the mandates (product.md 6).
 */
@Component
class NamedGroups {
    private final Rosters rosters;
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    NamedGroups(Rosters rosters, OrganizationDirectory organizations, FederationDirectory federations) {
        this.rosters = rosters;
        this.organizations = organizations;
        this.federations = federations;
    }

    private record Facts(
            Map<Key, Held> rosters,
            Map<UUID, BodyProfile> groups,
            Map<UUID, Collection<Membership>> memberships,
            Map<UUID, Collection<Hosting>> hostings) {}

    /** By envelope; one that is not refused is left out. The groups themselves must be held. A few statements, none without groups. */
    Mono<Map<UUID, BidProblem>> refusals(List<Incoming> batch, Map<UUID, PublishedLot> lots, Instant now) {
        var naming = batch.stream()
                .filter(incoming -> !incoming.groups().isEmpty())
                .filter(incoming -> lots.containsKey(incoming.act().lot()))
                .toList();
        if (naming.isEmpty()) return Mono.just(Map.of());
        return facts(naming).map(facts -> {
            var refusals = new HashMap<UUID, BidProblem>();
            for (var incoming : naming) {
                var refusal = refusal(incoming, lots.get(incoming.act().lot()), facts, now);
                if (refusal != null) refusals.put(incoming.act().envelope(), refusal);
            }
            return refusals;
        });
    }

    private Mono<Facts> facts(List<Incoming> naming) {
        Set<UUID> groups =
                naming.stream().flatMap(incoming -> incoming.groups().stream()).collect(Collectors.toSet());
        var keys = naming.stream().map(NamedGroups::key).collect(Collectors.toSet());
        return federations
                .holdMembers(groups)
                .then(Mono.defer(() -> rosters.hold(keys).collectMap(Held::key)))
                .flatMap(held -> Mono.zip(
                                organizations.findAll(groups).collectMap(BodyProfile::id),
                                federations.ofMembers(groups).collectMultimap(Membership::memberId),
                                federations.hostings(groups).collectMultimap(Hosting::groupId))
                        .map(all -> new Facts(held, all.getT1(), all.getT2(), all.getT3())));
    }

    private static Key key(Incoming incoming) {
        return new Key(incoming.act().lot(), incoming.act().body());
    }

    private static @Nullable BidProblem refusal(Incoming incoming, PublishedLot lot, Facts facts, Instant now) {
        var held = facts.rosters().get(key(incoming));
        if (held == null
                || !held.roster().document().hash().equals(incoming.rosterHash())
                || !held.roster().groups().equals(incoming.groups())) {
            return BidProblem.ROSTER_CHANGED;
        }
        if (!held.missing().isEmpty()) return BidProblem.CONSENT_MISSING;
        for (var id : incoming.groups()) {
            var group = facts.groups().get(id);
            if (group == null) return BidProblem.GROUP_NOT_A_MEMBER;
            var obstacles = new Participation(
                            incoming.act().body(),
                            group,
                            facts.memberships().getOrDefault(id, List.of()),
                            facts.hostings().getOrDefault(id, List.of()))
                    .obstacles(lot, now);
            if (!obstacles.isEmpty()) return obstacles.getFirst();
        }
        return null;
    }
}
