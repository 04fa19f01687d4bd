package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.Link;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads one body's dossier as it was on record at a moment, whatever was changed, withdrawn, ended or revoked since.
 *
 * <p>Verdicts of today are read the same way as those of the past, so that the same moment always gives the same bytes.
 */
@Component
public class DossierOnRecord {
    private static final int STREET = 4;

    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    public DossierOnRecord(OrganizationDirectory organizations, FederationDirectory federations) {
        this.organizations = organizations;
        this.federations = federations;
    }

    /** With the federations of a group's own street besides those it has joined; empty when there was no such body. */
    Mono<Dossier> of(UUID bodyId, Instant moment) {
        return links(bodyId, moment)
                .flatMap(links -> dossier(bodyId, links, moment))
                .flatMap(dossier -> withStreet(dossier, moment));
    }

    private Mono<List<Membership>> links(UUID bodyId, Instant moment) {
        var one = Set.of(bodyId);
        return Flux.concat(federations.ofMembers(one), federations.ofFederations(one))
                .mapNotNull(membership -> membership.asOf(moment).orElse(null))
                .collectList();
    }

    private Mono<Dossier> dossier(UUID bodyId, List<Membership> links, Instant moment) {
        var ids = new LinkedHashSet<>(Set.of(bodyId));
        links.forEach(link -> {
            ids.add(link.federationId());
            ids.add(link.memberId());
        });
        return profiles(ids, moment)
                .flatMapIterable(profiles -> Dossiers.assemble(Set.of(bodyId), profiles, links))
                .next();
    }

    private Mono<Dossier> withStreet(Dossier dossier, Instant moment) {
        var region = new RegionCode(dossier.body().regionCode());
        if (!dossier.isGroup() || region.level() < STREET) return Mono.just(dossier);
        var joined =
                dossier.joined().stream().map(link -> link.federation().id()).toList();
        return federations
                .ofStreet(region.upTo(STREET).value(), moment)
                .filter(federation -> !joined.contains(federation))
                .collectList()
                .flatMap(others -> profiles(others, moment))
                .map(others -> new Dossier(
                        dossier.body(),
                        Stream.concat(dossier.joined().stream(), strangers(dossier.body(), others.values()))
                                .toList(),
                        dossier.members()));
    }

    /** A body that became a federation later was none then. */
    private static Stream<Link> strangers(BodyProfile group, Collection<BodyProfile> federations) {
        return federations.stream()
                .filter(body -> body.kind() == BodyKind.FEDERATION)
                .map(federation -> new Link(federation, group, null));
    }

    private Mono<Map<UUID, BodyProfile>> profiles(Collection<UUID> ids, Instant moment) {
        return organizations.findAllAsOf(ids, moment).collectMap(BodyProfile::id);
    }
}
