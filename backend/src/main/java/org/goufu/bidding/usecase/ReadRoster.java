package org.goufu.bidding.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Participation;
import org.goufu.bidding.domain.Roster.Limits;
import org.goufu.bidding.usecase.Rosters.Held;
import org.goufu.bidding.usecase.Rosters.Key;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Membership;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a federation has prepared for a lot, whom it could ask, and what stands in the way of each. */
@Component
public class ReadRoster {
    private final MakeBoxes making;
    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;
    private final Rosters rosters;
    private final RosterSettings settings;
    private final BusinessClock clock;

    ReadRoster(
            MakeBoxes making,
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            FederationDirectory federations,
            Rosters rosters,
            RosterSettings settings,
            BusinessClock clock) {
        this.making = making;
        this.purchases = purchases;
        this.organizations = organizations;
        this.federations = federations;
        this.rosters = rosters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A group that could be asked, or was.
     *
     * @param capFen what its mandate for the lot allows, 0 without one
     */
    public record Candidate(Named group, long capFen, List<BidProblem> obstacles) {}

    /** @param missing groups of the bid that lies in the box whose consent does not stand any more; empty when all is well */
    public record Prepared(
            Optional<Held> held, List<Candidate> candidates, List<Named> missing, Limits limits, long budgetFen) {}

    public Mono<Prepared> by(Actor actor, UUID lotId) {
        var key = new Key(lotId, actor.organization());
        return making.box(lotId)
                .flatMap(box -> purchases.lot(lotId))
                .switchIfEmpty(Mono.error(BidProblem.LOT_NOT_FOUND::raise))
                .flatMap(lot -> Mono.zip(
                                rosters.find(key).map(Optional::of).defaultIfEmpty(Optional.empty()),
                                federations
                                        .ofFederations(List.of(key.federation()))
                                        .collectList(),
                                missing(key),
                                clock.now())
                        .flatMap(all -> prepared(key, lot, all.getT1(), all.getT2(), all.getT3(), all.getT4())));
    }

    private Mono<List<UUID>> missing(Key key) {
        return rosters.naming(key.lot())
                .filter(bid -> bid.federation().equals(key.federation()))
                .flatMap(bid -> rosters.bound(bid.rosterHash()))
                .flatMapIterable(Held::missing)
                .collectList();
    }

    private Mono<Prepared> prepared(
            Key key, PublishedLot lot, Optional<Held> held, List<Membership> members, List<UUID> missing, Instant now) {
        var ids = members.stream()
                .filter(member -> member.standsOn(LocalDate.ofInstant(now, BusinessClock.ZONE), now))
                .map(Membership::memberId)
                .collect(Collectors.toSet());
        held.ifPresent(one -> ids.addAll(one.roster().groups()));
        ids.addAll(missing);
        return Mono.zip(
                        organizations.findAll(ids).collectMap(BodyProfile::id),
                        federations.hostings(ids).collectMultimap(Hosting::groupId))
                .map(both -> new Prepared(
                        held,
                        candidates(key.federation(), lot, groups(both.getT1()), members, both.getT2(), now),
                        missing.stream()
                                .map(id -> new Named(id, both.getT1().get(id).name()))
                                .toList(),
                        settings.limits(),
                        lot.budgetFen()));
    }

    /** A group that has become a legal person bids for itself from then on. */
    private static List<BodyProfile> groups(Map<UUID, BodyProfile> bodies) {
        return bodies.values().stream()
                .filter(body -> body.kind() == BodyKind.FILED_GROUP)
                .toList();
    }

    /** Those that could be named at once before those in whose way something stands. */
    private static List<Candidate> candidates(
            UUID federation,
            PublishedLot lot,
            Collection<BodyProfile> groups,
            List<Membership> members,
            Map<UUID, Collection<Hosting>> hostings,
            Instant now) {
        var memberships = members.stream().collect(Collectors.groupingBy(Membership::memberId));
        return groups.stream()
                .map(group -> {
                    var one = new Participation(
                            federation,
                            group,
                            memberships.getOrDefault(group.id(), List.of()),
                            hostings.getOrDefault(group.id(), List.of()));
                    return new Candidate(
                            new Named(group.id(), group.name()), one.capFen(lot, now), one.obstacles(lot, now));
                })
                .sorted(Comparator.<Candidate>comparingInt(
                                one -> one.obstacles().size())
                        .thenComparing(one -> one.group().name()))
                .toList();
    }
}
