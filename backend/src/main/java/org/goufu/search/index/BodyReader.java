package org.goufu.search.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Re-reads bodies and lays out their documents: three statements for any number of bodies. */
@Component
class BodyReader {
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    BodyReader(OrganizationDirectory organizations, FederationDirectory federations) {
        this.organizations = organizations;
        this.federations = federations;
    }

    Flux<BodyProfile> after(@Nullable UUID id, int size) {
        return organizations.after(id, size);
    }

    /** Those whose documents carry something of these: they themselves, and the members of those that are federations. */
    Mono<Set<UUID>> concerned(Collection<UUID> ids) {
        return organizations
                .findAll(ids)
                .filter(body -> body.kind() == BodyKind.FEDERATION)
                .map(BodyProfile::id)
                .collectList()
                .flatMapMany(federations::ofFederations)
                .map(Membership::memberId)
                .collect(() -> (Set<UUID>) new LinkedHashSet<>(ids), Set::add);
    }

    Mono<List<BodyDocuments>> read(Collection<UUID> ids, LocalDate today) {
        return organizations.findAll(ids).collectList().flatMap(bodies -> layOut(bodies, today));
    }

    Mono<List<BodyDocuments>> layOut(List<BodyProfile> bodies, LocalDate today) {
        return federations
                .ofMembers(bodies.stream().map(BodyProfile::id).toList())
                .collectList()
                .zipWhen(this::federationsOf)
                .map(both -> layOut(bodies, both.getT1(), both.getT2(), today));
    }

    private Mono<Map<UUID, BodyProfile>> federationsOf(List<Membership> memberships) {
        var ids = memberships.stream().map(Membership::federationId).collect(Collectors.toSet());
        return organizations.findAll(ids).collectMap(BodyProfile::id, Function.identity());
    }

    private static List<BodyDocuments> layOut(
            List<BodyProfile> bodies,
            List<Membership> memberships,
            Map<UUID, BodyProfile> federations,
            LocalDate today) {
        var ofMember = memberships.stream().collect(Collectors.groupingBy(Membership::memberId));
        return bodies.stream()
                .map(body -> of(body, ofMember.getOrDefault(body.id(), List.of()), federations, today))
                .toList();
    }

    static BodyDocuments of(
            BodyProfile body, List<Membership> memberships, Map<UUID, BodyProfile> federations, LocalDate today) {
        long version = body.version();
        for (var membership : memberships) {
            var federation = federations.get(membership.federationId());
            version += membership.version() + (federation == null ? 0 : federation.version());
        }
        return new BodyDocuments(
                body,
                version,
                OrganizationDocument.of(body, memberships, federations, today),
                CapabilityDocuments.of(body, memberships, federations, today));
    }
}
