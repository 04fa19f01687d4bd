package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.AllocationPart;
import org.goufu.bidding.domain.AllocationPart.Fault;
import org.goufu.bidding.domain.Participation;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.domain.seal.Core;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds what was sealed about the division of a price against that price and against what was agreed to, for the opening: the roster of a
 * federation with the mandates of its groups, or the agreement of a consortium.
 */
@Component
class JudgeAllocation {
    private final ConsentsAtDeadline consents;
    private final SignaturesAtDeadline signatures;
    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;

    JudgeAllocation(
            ConsentsAtDeadline consents,
            SignaturesAtDeadline signatures,
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            FederationDirectory federations) {
        this.consents = consents;
        this.signatures = signatures;
        this.purchases = purchases;
        this.organizations = organizations;
        this.federations = federations;
    }

    /**
     * The first fault, empty when there is none; mandates count as they stood and were known at the deadline.
     *
     * @param content of the segment {@code allocation}, as it was opened
     */
    Mono<Fault> fault(UUID lot, Core core, long priceFen, byte[] content) {
        return purchases.lot(lot).flatMap(published -> fault(published, core, priceFen, content));
    }

    private Mono<Fault> fault(PublishedLot lot, Core core, long priceFen, byte[] content) {
        var deadline = Objects.requireNonNull(lot.deadline(), "bids are given until a deadline");
        AllocationPart part;
        try {
            part = Contents.allocation(content);
        } catch (Contents.Unreadable malformed) {
            return Mono.just(Fault.UNREADABLE);
        }
        return signatures
                .agreement(core.rosterHash())
                .map(agreement -> ofMembers(agreement, lot, core, priceFen, part))
                .switchIfEmpty(Mono.defer(() -> ofGroups(lot, core, priceFen, part, deadline)))
                .flatMap(judged -> judged);
    }

    /** Each member is a legal person with its own name on the contract: no mandate caps its part. */
    private static Mono<Fault> ofMembers(
            Agreement agreement, PublishedLot lot, Core core, long priceFen, AllocationPart part) {
        if (!agreement.lot().equals(lot.id())
                || !agreement.lead().equals(core.orgId())
                || !agreement.others().equals(core.actingFor())) {
            return Mono.just(Fault.OTHER_ROSTER);
        }
        var uncapped = agreement.others().stream().collect(Collectors.toMap(body -> body, body -> Long.MAX_VALUE));
        return Mono.justOrEmpty(part.check(priceFen, core.rosterHash(), agreement.division(), uncapped));
    }

    private Mono<Mono<Fault>> ofGroups(
            PublishedLot lot, Core core, long priceFen, AllocationPart part, Instant deadline) {
        return consents.roster(core.rosterHash())
                .filter(roster -> roster.lot().equals(lot.id())
                        && roster.federation().equals(core.orgId())
                        && Set.copyOf(roster.groups()).equals(Set.copyOf(core.actingFor())))
                .map(roster -> caps(lot, roster, deadline)
                        .flatMap(caps ->
                                Mono.justOrEmpty(part.check(priceFen, core.rosterHash(), roster.division(), caps))))
                .defaultIfEmpty(Mono.just(Fault.OTHER_ROSTER));
    }

    private Mono<Map<UUID, Long>> caps(PublishedLot lot, Roster roster, Instant deadline) {
        return Mono.zip(
                organizations.findAll(roster.groups()).collectList(),
                federations.ofMembers(roster.groups()).collectMultimap(Membership::memberId),
                (groups, memberships) -> groups.stream()
                        .collect(Collectors.toMap(
                                group -> group.id(),
                                group -> new Participation(
                                                roster.federation(),
                                                group,
                                                memberships.getOrDefault(group.id(), List.of()),
                                                List.of())
                                        .capFen(lot, deadline))));
    }
}
