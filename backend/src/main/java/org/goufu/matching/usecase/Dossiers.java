package org.goufu.matching.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.Link;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.search.Capabilities.Candidate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads through the doors what matching judges, in few statements however many bodies there are. */
@Component
public class Dossiers {
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    public Dossiers(OrganizationDirectory organizations, FederationDirectory federations) {
        this.organizations = organizations;
        this.federations = federations;
    }

    /** Of everyone who takes part in these candidacies, with these links only; two statements. */
    Mono<List<Dossier>> ofCandidates(Collection<Candidate> candidates) {
        var ids = new HashSet<UUID>();
        var members = new HashSet<UUID>();
        for (var candidate : candidates) {
            ids.add(candidate.bidderId());
            ids.add(candidate.bodyId());
            if (isMember(candidate)) members.add(candidate.bodyId());
        }
        var wanted = Set.copyOf(candidates);
        return Mono.zip(
                profiles(ids),
                memberships(members),
                (profiles, memberships) -> assemble(
                        bidders(candidates),
                        profiles,
                        memberships.stream()
                                .filter(link -> wanted.contains(new Candidate(link.federationId(), link.memberId())))
                                .toList()));
    }

    private static boolean isMember(Candidate candidate) {
        return !candidate.bidderId().equals(candidate.bodyId());
    }

    /** Whoever could have a row of its own: bidders, and the groups behind them. */
    private static Set<UUID> bidders(Collection<Candidate> candidates) {
        var targets = new LinkedHashSet<UUID>();
        candidates.forEach(candidate -> targets.add(candidate.bidderId()));
        candidates.stream().filter(Dossiers::isMember).forEach(candidate -> targets.add(candidate.bodyId()));
        return targets;
    }

    /** Of all bodies whose matches may change when these bodies change: their federations and their members too. */
    Mono<List<Dossier>> affectedBy(Collection<UUID> ids) {
        return Flux.merge(federations.ofMembers(ids), federations.ofFederations(ids))
                .collectList()
                .flatMap(links -> of(targets(ids, links)));
    }

    private static Set<UUID> targets(Collection<UUID> ids, List<Membership> links) {
        var targets = new LinkedHashSet<>(ids);
        links.forEach(link -> {
            targets.add(link.federationId());
            targets.add(link.memberId());
        });
        return targets;
    }

    /** Of these legal persons and of the groups behind them. */
    Mono<List<Dossier>> withMembers(Collection<UUID> ids) {
        return federations.ofFederations(ids).collectList().flatMap(links -> of(targets(ids, links)));
    }

    /** Of exactly these bodies, for the decision about their bids: a legal person signs alone, so its links are not read. */
    Mono<List<Dossier>> ofBidders(Collection<UUID> ids) {
        return profiles(ids).flatMap(profiles -> {
            var linked = profiles.values().stream()
                    .filter(body -> body.kind() != BodyKind.LEGAL_PERSON)
                    .map(BodyProfile::id)
                    .toList();
            return links(linked).flatMap(links -> missing(profiles, links).map(all -> assemble(ids, all, links)));
        });
    }

    /** Of exactly these bodies; unknown ones are left out. */
    Mono<List<Dossier>> of(Collection<UUID> targets) {
        return Mono.zip(profiles(targets), links(targets))
                .flatMap(both ->
                        missing(both.getT1(), both.getT2()).map(profiles -> assemble(targets, profiles, both.getT2())));
    }

    /** Both doors read nothing for nobody. */
    private Mono<List<Membership>> links(Collection<UUID> ids) {
        return Flux.merge(federations.ofMembers(ids), federations.ofFederations(ids))
                .distinct(Membership::id)
                .collectList();
    }

    private Mono<Map<UUID, BodyProfile>> missing(Map<UUID, BodyProfile> known, List<Membership> links) {
        var ids = new HashSet<UUID>();
        links.forEach(link -> {
            ids.add(link.federationId());
            ids.add(link.memberId());
        });
        ids.removeAll(known.keySet());
        if (ids.isEmpty()) return Mono.just(known);
        return profiles(ids).map(more -> {
            var all = new HashMap<>(known);
            all.putAll(more);
            return all;
        });
    }

    private Mono<Map<UUID, BodyProfile>> profiles(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : organizations.findAll(ids).collectMap(BodyProfile::id);
    }

    private Mono<List<Membership>> memberships(Collection<UUID> members) {
        return members.isEmpty()
                ? Mono.just(List.of())
                : federations.ofMembers(members).collectList();
    }

    static List<Dossier> assemble(
            Collection<UUID> targets, Map<UUID, BodyProfile> profiles, List<Membership> memberships) {
        var joined = new HashMap<UUID, List<Link>>();
        var members = new HashMap<UUID, List<Link>>();
        for (var membership : memberships) {
            var federation = profiles.get(membership.federationId());
            var member = profiles.get(membership.memberId());
            if (federation == null || member == null) continue;
            var link = new Link(federation, member, membership);
            joined.computeIfAbsent(member.id(), id -> new ArrayList<>()).add(link);
            members.computeIfAbsent(federation.id(), id -> new ArrayList<>()).add(link);
        }
        return targets.stream()
                .filter(profiles::containsKey)
                .map(profiles::get)
                .map(body -> new Dossier(
                        body, joined.getOrDefault(body.id(), List.of()), members.getOrDefault(body.id(), List.of())))
                .toList();
    }

    /** Whether the federation has the body as a confirmed member whose membership is not over; for the door of eligibility. */
    Mono<Boolean> isMember(UUID federationId, UUID memberId, LocalDate today) {
        return federations
                .ofMembers(List.of(memberId))
                .filter(membership -> membership.federationId().equals(federationId))
                .any(membership -> membership.isConfirmed(Instant.MAX) && !membership.isOver(today, Instant.MAX));
    }

    /** Legal persons and federations of a page of the registry. */
    static List<UUID> signers(List<BodyProfile> page) {
        return page.stream()
                .filter(body -> body.kind() != BodyKind.FILED_GROUP)
                .map(BodyProfile::id)
                .toList();
    }
}
