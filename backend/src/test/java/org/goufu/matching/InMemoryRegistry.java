package org.goufu.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.search.Capabilities;
import org.goufu.search.Capability;
import org.goufu.search.Filter;
import org.goufu.search.index.CapabilityDocuments;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies, memberships and their capabilities in memory; the index is always up to date. */
public final class InMemoryRegistry implements OrganizationDirectory, FederationDirectory, Capabilities {
    private final Map<UUID, BodyProfile> bodies = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private Mono<Void> meanwhile = Mono.empty();

    public InMemoryRegistry holding(BodyProfile... profiles) {
        for (var profile : profiles) bodies.put(profile.id(), profile);
        return this;
    }

    public InMemoryRegistry joining(Membership... links) {
        memberships.removeIf(
                old -> List.of(links).stream().anyMatch(link -> link.id().equals(old.id())));
        memberships.addAll(List.of(links));
        return this;
    }

    /** What others do once, right after memberships were read and before anything is made of them. */
    public InMemoryRegistry meanwhile(Mono<Void> act) {
        this.meanwhile = act;
        return this;
    }

    @Override
    public Mono<BodyProfile> find(UUID id) {
        return Mono.justOrEmpty(bodies.get(id));
    }

    @Override
    public Mono<BodyProfile> hold(UUID id) {
        return find(id);
    }

    @Override
    public Mono<Void> holdAll(Collection<UUID> ids) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> holdAlone(UUID id) {
        return Mono.empty();
    }

    @Override
    public Flux<BodyProfile> findAll(Collection<UUID> ids) {
        return Flux.fromIterable(ids).distinct().flatMap(this::find);
    }

    @Override
    public Flux<BodyProfile> coded(Collection<String> creditCodes) {
        return Flux.error(new UnsupportedOperationException());
    }

    /** Facts of the past only: entries never change here. */
    @Override
    public Flux<BodyProfile> findAllAsOf(Collection<UUID> ids, Instant moment) {
        return findAll(ids)
                .map(body -> MatchingFixtures.having(
                        body,
                        body.facts().stream()
                                .filter(fact -> fact.knownAt(moment))
                                .toList()));
    }

    @Override
    public Flux<UUID> sharingHead(UUID id) {
        return find(id).flatMapIterable(own -> bodies.values().stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> county(other).equals(county(own)))
                .filter(other -> heads(other).stream().anyMatch(heads(own)::contains))
                .map(BodyProfile::id)
                .toList());
    }

    private static String county(BodyProfile body) {
        return body.regionCode().substring(0, 6);
    }

    private static List<String> heads(BodyProfile body) {
        return body.facts().stream()
                .filter(fact -> fact.kind() == FactKind.HEAD)
                .map(Fact::value)
                .toList();
    }

    @Override
    public Flux<BodyProfile> after(@Nullable UUID id, int size) {
        return Flux.fromStream(bodies.values().stream()
                .sorted(Comparator.comparing(BodyProfile::id))
                .filter(body -> id == null || body.id().compareTo(id) > 0)
                .limit(size));
    }

    @Override
    public Flux<Membership> ofMembers(Collection<UUID> memberIds) {
        return Flux.defer(() -> {
            var act = meanwhile;
            meanwhile = Mono.empty();
            return Flux.fromIterable(List.copyOf(memberships))
                    .filter(link -> memberIds.contains(link.memberId()))
                    .collectList()
                    .delayUntil(read -> act)
                    .flatMapIterable(read -> read);
        });
    }

    @Override
    public Flux<Membership> ofFederations(Collection<UUID> federationIds) {
        return Flux.fromIterable(List.copyOf(memberships)).filter(link -> federationIds.contains(link.federationId()));
    }

    @Override
    public Flux<Hosting> hostings(Collection<UUID> groupIds) {
        return Flux.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Void> holdMembers(Collection<UUID> memberIds) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Flux<UUID> ofStreet(String streetCode, Instant moment) {
        return Flux.fromIterable(bodies.values())
                .filter(body -> body.kind() == BodyKind.FEDERATION)
                .filter(body -> body.regionCode().equals(streetCode))
                .map(BodyProfile::id);
    }

    /** Both doors ask this; time does not pass in memory. */
    @Override
    public Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size) {
        return Flux.error(new UnsupportedOperationException());
    }

    @Override
    public Flux<Candidate> candidates(Filter filter) {
        return Flux.fromStream(documents().stream()
                        .filter(document -> document.satisfies(filter))
                        .map(document -> new Candidate(document.bidderId(), document.bodyId())))
                .distinct();
    }

    @Override
    public Mono<List<Pool>> pools(Filter filter, List<Filter> narrowings) {
        var pools = new ArrayList<Pool>();
        pools.add(pool(filter));
        narrowings.forEach(narrowing -> pools.add(pool(Filter.all(filter, narrowing))));
        return Mono.just(pools);
    }

    private Pool pool(Filter filter) {
        var direct = new LinkedHashSet<UUID>();
        var groups = new LinkedHashSet<UUID>();
        var federations = new LinkedHashSet<UUID>();
        documents().stream().filter(document -> document.satisfies(filter)).forEach(document -> {
            if (document.bidderId().equals(document.bodyId())) {
                direct.add(document.bodyId());
            } else {
                groups.add(document.bodyId());
                federations.add(document.bidderId());
            }
        });
        return new Pool(direct.size(), groups.size(), federations.size());
    }

    private List<Capability> documents() {
        return bodies.values().stream()
                .flatMap(body -> CapabilityDocuments.of(
                        body,
                        memberships.stream()
                                .filter(link -> link.memberId().equals(body.id()))
                                .toList(),
                        bodies,
                        MatchingFixtures.TODAY)
                        .stream())
                .toList();
    }
}
