package org.goufu.search.index;

import static org.goufu.search.index.SearchIndex.CAPABILITIES;
import static org.goufu.search.index.SearchIndex.ORGANIZATIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.platform.time.BusinessClock;
import org.goufu.search.Capability;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings bodies and what they can do into the index as they are now. */
@Component
class Bodies {
    private static final int AT_ONCE = 200;

    private final BodyReader reader;
    private final Indices indices;
    private final IndexedVersions versions;
    private final Elastic elastic;
    private final BusinessClock clock;

    Bodies(BodyReader reader, Indices indices, IndexedVersions versions, Elastic elastic, BusinessClock clock) {
        this.reader = reader;
        this.indices = indices;
        this.versions = versions;
        this.elastic = elastic;
        this.clock = clock;
    }

    /** Completes, with all who are concerned, when searches find them as they are. */
    Mono<Set<UUID>> index(Collection<UUID> changed) {
        return clock.today()
                .zipWith(reader.concerned(changed))
                .delayUntil(both -> Flux.fromIterable(both.getT2())
                        .buffer(AT_ONCE)
                        .concatMap(some -> rewrite(some, both.getT1()))
                        .then())
                .map(both -> both.getT2());
    }

    /** What the index knows is read first: only then is a body that is missing from the registry surely gone. */
    private Mono<Void> rewrite(List<UUID> ids, LocalDate today) {
        var known = Mono.zip(
                targets(), versions.ofBodies(CAPABILITIES, "body", ids), versions.ofBodies(ORGANIZATIONS, "id", ids));
        return known.zipWhen(ignored -> reader.read(ids, today))
                .map(both -> bulk(
                        both.getT1().getT1(),
                        both.getT2(),
                        both.getT1().getT2(),
                        both.getT1().getT3()))
                .flatMap(bulk -> bulk.send(elastic, true));
    }

    /** Where documents of bodies go. */
    record Targets(List<String> organizations, List<String> capabilities) {}

    Mono<Targets> targets() {
        return indices.targets(ORGANIZATIONS).zipWith(indices.targets(CAPABILITIES), Targets::new);
    }

    static Bulk bulk(
            Targets targets,
            List<BodyDocuments> bodies,
            Map<UUID, Long> knownCapabilities,
            Map<UUID, Long> knownOrganizations) {
        var bulk = new Bulk();
        var capabilities = new ArrayList<UUID>();
        for (var body : bodies) {
            bulk.add(targets.organizations(), body.body().id(), body.version(), body.organization());
            for (var capability : body.capabilities()) {
                bulk.add(
                        targets.capabilities(), capability.id(), capability.version(), CapabilitySource.of(capability));
            }
            body.capabilities().stream().map(Capability::id).forEach(capabilities::add);
        }
        bury(bulk, targets.capabilities(), knownCapabilities, Set.copyOf(capabilities));
        bury(
                bulk,
                targets.organizations(),
                knownOrganizations,
                bodies.stream().map(body -> body.body().id()).collect(Collectors.toSet()));
        return bulk;
    }

    /** What was known and is no more: its version stays, so that older news cannot bring it back. */
    private static void bury(Bulk bulk, List<String> indices, Map<UUID, Long> known, Set<UUID> living) {
        known.forEach((id, version) -> {
            if (!living.contains(id)) bulk.add(indices, id, version, CapabilitySource.TOMBSTONE);
        });
    }
}
