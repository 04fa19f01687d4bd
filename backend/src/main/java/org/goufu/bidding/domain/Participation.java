package org.goufu.bidding.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.federation.Hosting;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.organization.Standing;
import org.goufu.purchase.PublishedLot;

/**
 * One group behind one federation, as the registry has them at a moment (domain.md 2.4, I1 and I4).
 *
 * @param memberships the group's, in any federation
 * @param hostings the group's, by any federation
 */
public record Participation(
        UUID federation, BodyProfile group, Collection<Membership> memberships, Collection<Hosting> hostings) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Participation {
        memberships = List.copyOf(memberships);
        hostings = List.copyOf(hostings);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Everything that stands in the way of naming the group for this lot, the gravest first; one answer each. */
    public List<BidProblem> obstacles(PublishedLot lot, Instant moment) {
        var obstacles = new ArrayList<BidProblem>();
        if (!isMember(moment)) obstacles.add(BidProblem.GROUP_NOT_A_MEMBER);
        if (group.standing(day(moment), moment) != Standing.ACTIVE) obstacles.add(BidProblem.GROUP_NOT_FILED);
        if (!isHosted(moment)) obstacles.add(BidProblem.GROUP_NOT_HOSTED);
        if (mandates(lot, moment).findAny().isEmpty()) obstacles.add(BidProblem.GROUP_WITHOUT_MANDATE);
        if (!serves(lot, moment)) obstacles.add(BidProblem.GROUP_OUTSIDE);
        return List.copyOf(obstacles);
    }

    public boolean isMember(Instant moment) {
        return standing(moment).findAny().isPresent();
    }

    private Stream<Membership> standing(Instant moment) {
        return memberships.stream()
                .filter(membership -> membership.federationId().equals(federation))
                .filter(membership -> membership.standsOn(day(moment), moment));
    }

    /** By this federation, and by no other. */
    private boolean isHosted(Instant moment) {
        var hosts = hostings.stream()
                .filter(hosting -> hosting.standsOn(day(moment)))
                .map(Hosting::federationId)
                .distinct()
                .toList();
        return hosts.equals(List.of(federation));
    }

    /** Those that cover the lot's category and, where they name places, one of its places. */
    private Stream<Mandate> mandates(PublishedLot lot, Instant moment) {
        var category = new CategoryCode(lot.categoryCode());
        return standing(moment)
                .flatMap(membership -> membership.mandates().stream())
                .filter(mandate -> mandate.standsOn(day(moment), moment))
                .filter(mandate -> mandate.categories().isEmpty()
                        || mandate.categories().stream().anyMatch(code -> new CategoryCode(code).covers(category)))
                .filter(mandate -> mandate.places().isEmpty() || touches(lot, mandate.places()));
    }

    /** The highest amount that a mandate for the lot allows, 0 without one. */
    public long capFen(PublishedLot lot, Instant moment) {
        return mandates(lot, moment).mapToLong(Mandate::amountCapFen).max().orElse(0);
    }

    /** A group works in its own street or community (domain.md 2.3), or where it is on record or mandated to work. */
    private boolean serves(PublishedLot lot, Instant moment) {
        var declared = group.facts(FactKind.PLACE, day(moment), moment).map(fact -> fact.value());
        var mandated = mandates(lot, moment).flatMap(mandate -> mandate.places().stream());
        return touches(
                lot,
                Stream.of(Stream.of(group.regionCode()), declared, mandated)
                        .flatMap(places -> places)
                        .toList());
    }

    private static boolean touches(PublishedLot lot, Collection<String> places) {
        return places.stream()
                .map(RegionCode::new)
                .anyMatch(place ->
                        lot.serviceRegionCodes().stream().map(RegionCode::new).anyMatch(place::touches));
    }
}
