package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.bidding.GroupsBehind;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Participation;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Membership;
import org.goufu.matching.Phrase;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.purchase.PublishedLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Judges the groups of one bid by the rules by which they were named. */
@Component
class JudgeGroups implements GroupsBehind {
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    JudgeGroups(OrganizationDirectory organizations, FederationDirectory federations) {
        this.organizations = organizations;
        this.federations = federations;
    }

    @Override
    public Flux<Fallen> fallen(PublishedLot lot, UUID federation, Collection<UUID> groups, Instant moment) {
        if (groups.isEmpty()) return Flux.empty();
        return federations
                .holdMembers(groups)
                .thenMany(Flux.defer(() -> participations(federation, groups)))
                .flatMapIterable(one -> fallen(one, lot, moment).toList());
    }

    private Flux<Participation> participations(UUID federation, Collection<UUID> groups) {
        return Mono.zip(
                        organizations.findAll(groups).collectList(),
                        federations.ofMembers(groups).collectMultimap(Membership::memberId),
                        federations.hostings(groups).collectMultimap(Hosting::groupId))
                .flatMapIterable(all -> all.getT1().stream()
                        .map(group -> new Participation(
                                federation,
                                group,
                                all.getT2().getOrDefault(group.id(), List.of()),
                                all.getT3().getOrDefault(group.id(), List.of())))
                        .toList());
    }

    private static Stream<Fallen> fallen(Participation one, PublishedLot lot, Instant moment) {
        return one.obstacles(lot, moment).stream()
                .limit(1)
                .map(problem -> new Fallen(one.group().id(), one.group().name(), Phrase.of("behind." + word(problem))));
    }

    private static String word(BidProblem problem) {
        return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
