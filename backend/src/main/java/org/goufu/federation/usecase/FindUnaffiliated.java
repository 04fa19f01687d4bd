package org.goufu.federation.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.federation.domain.FederationProblem;
import org.goufu.federation.domain.Now;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FiledGroups;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.organization.Standing;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which filed groups of a street are members of no federation. */
@Component
public class FindUnaffiliated {
    /** More than any street has. */
    private static final int MOST = 2_000;

    private static final int STREET = 4;

    private final FederationDirectory federations;
    private final FiledGroups groups;
    private final OrganizationDirectory organizations;
    private final Seats seats;
    private final BusinessClock clock;

    public FindUnaffiliated(
            FederationDirectory federations,
            FiledGroups groups,
            OrganizationDirectory organizations,
            Seats seats,
            BusinessClock clock) {
        this.federations = federations;
        this.groups = groups;
        this.organizations = organizations;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * A group without a federation.
     *
     * @param standing of its filing; only an ACTIVE one can be invited
     * @param invited whether an invitation is open
     */
    public record Unaffiliated(BodyProfile group, Standing standing, boolean invited) {}

    /** For staff of the street's federation and for registrars of the street; validly filed ones first, then by name. */
    public Mono<List<Unaffiliated>> of(Actor actor, String streetCode) {
        return street(actor, streetCode)
                .flatMapMany(street -> groups.in(street.value(), MOST))
                .collectList()
                .flatMap(ids -> Mono.zip(
                        organizations.findAll(ids).collectList(),
                        federations.ofMembers(ids).collectList(),
                        clock.now().map(Now::of)))
                .map(all -> unaffiliated(all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<RegionCode> street(Actor actor, String code) {
        return Mono.fromCallable(() -> new RegionCode(code))
                .onErrorMap(IllegalArgumentException.class, wrong -> FederationProblem.STREET_UNKNOWN.raise(code))
                .filter(street -> street.level() == STREET)
                .filterWhen(street -> sees(actor, street))
                .switchIfEmpty(Mono.error(() -> FederationProblem.STREET_UNKNOWN.raise(code)));
    }

    private Mono<Boolean> sees(Actor actor, RegionCode street) {
        if (actor.is(Role.REGISTRAR)) {
            return Mono.just(actor.region().covers(street));
        }
        return seats.get(actor.organization()).map(seat -> seat.street().equals(street));
    }

    private static List<Unaffiliated> unaffiliated(List<BodyProfile> groups, List<Membership> memberships, Now now) {
        Map<UUID, List<Membership>> ofMember =
                memberships.stream().collect(Collectors.groupingBy(Membership::memberId));
        return groups.stream()
                .filter(group -> ofMember.getOrDefault(group.id(), List.of()).stream()
                        .noneMatch(membership -> takenOn(membership, now.day())))
                .map(group -> new Unaffiliated(
                        group,
                        group.standing(now.day(), now.at()),
                        ofMember.getOrDefault(group.id(), List.of()).stream()
                                .anyMatch(membership -> membership.state().isOpen())))
                .sorted(Comparator.comparing((Unaffiliated one) -> one.standing() != Standing.ACTIVE)
                        .thenComparing(one -> one.group().name())
                        .thenComparing(one -> one.group().id()))
                .toList();
    }

    /** Also a membership that begins later takes the group. */
    private static boolean takenOn(Membership membership, LocalDate day) {
        return membership.isConfirmed(Instant.MAX) && !membership.isOver(day, Instant.MAX);
    }
}
