package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.FederationDirectory;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflicts;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.ConflictRules;
import org.goufu.matching.domain.Contest;
import org.goufu.matching.domain.Contest.Bidding;
import org.goufu.matching.domain.Moment;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what the conflict rules look at, and judges. */
@Component
public class CheckConflicts implements Conflicts {
    private final PurchaseDirectory purchases;
    private final DepartmentDirectory departments;
    private final OrganizationDirectory organizations;
    private final FederationDirectory federations;
    private final FindRelated related;
    private final BusinessClock clock;

    public CheckConflicts(
            PurchaseDirectory purchases,
            DepartmentDirectory departments,
            OrganizationDirectory organizations,
            FederationDirectory federations,
            FindRelated related,
            BusinessClock clock) {
        this.purchases = purchases;
        this.departments = departments;
        this.organizations = organizations;
        this.federations = federations;
        this.related = related;
        this.clock = clock;
    }

    /**
     * The answer for one intended bid, with the names of all concerned.
     *
     * @param foreseen what would arise if a body close to the bidder bid as well
     */
    public record Checked(List<Conflict> conflicts, List<Conflict> foreseen, Map<UUID, String> names, Instant asOf) {}

    /** For the bidder's own staff, the lot's department and supervisors; for others the lot does not exist. */
    public Mono<Checked> by(Actor actor, UUID lotId, UUID bidderId, Set<UUID> memberIds, boolean consortium) {
        var intentions = List.of(new Intention(bidderId, memberIds, consortium));
        return visible(actor, lotId, bidderId)
                .then(Mono.zip(clock.now(), related.of(bidderId).collectList()))
                .flatMap(both -> contest(lotId, intentions, both.getT2(), List.of(), both.getT1())
                        .map(contest -> checked(contest, both.getT2())));
    }

    private static Checked checked(Contest contest, List<BodyProfile> related) {
        var others = related.stream()
                .map(body -> new Bidding(body, List.of(), false))
                .toList();
        var names = Stream.concat(contest.biddings().stream(), others.stream())
                .flatMap(Bidding::everybody)
                .collect(Collectors.toMap(BodyProfile::id, BodyProfile::name, (same, name) -> same));
        return new Checked(
                ConflictRules.judge(contest),
                ConflictRules.foreseen(contest, others),
                names,
                contest.moment().known());
    }

    private Mono<PublishedLot> visible(Actor actor, UUID lotId, UUID bidderId) {
        return lot(lotId)
                .filter(lot -> actor.is(Role.SUPERVISOR)
                        || lot.department().id().equals(actor.departmentId())
                        || bidderId.equals(actor.organizationId()))
                .switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise));
    }

    @Override
    public Mono<List<Conflict>> of(
            UUID lotId, List<Intention> intentions, Collection<Declaration> declarations, Instant moment) {
        return contest(lotId, intentions, List.of(), declarations, moment).map(ConflictRules::judge);
    }

    private Mono<Contest> contest(
            UUID lotId,
            List<Intention> intentions,
            List<BodyProfile> others,
            Collection<Declaration> declarations,
            Instant moment) {
        var everybody = everybody(intentions);
        others.stream().map(BodyProfile::id).forEach(everybody::add);
        return lot(lotId)
                .flatMap(lot -> departments.find(lot.department().id()))
                .switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise))
                .zipWith(Mono.zip(
                        organizations.findAll(everybody).collectMap(BodyProfile::id),
                        federations.ofMembers(everybody).collectList()))
                .map(all -> new Contest(
                        all.getT1(),
                        biddings(intentions, all.getT2().getT1()),
                        all.getT2().getT2(),
                        List.copyOf(declarations),
                        Moment.of(moment)));
    }

    private Mono<PublishedLot> lot(UUID id) {
        return purchases.lot(id).switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise));
    }

    private static Set<UUID> everybody(List<Intention> intentions) {
        var everybody = new LinkedHashSet<UUID>();
        for (var intention : intentions) {
            everybody.add(intention.bidderId());
            everybody.addAll(intention.memberIds());
        }
        return everybody;
    }

    private static List<Bidding> biddings(List<Intention> intentions, Map<UUID, BodyProfile> bodies) {
        return intentions.stream()
                .map(intention -> new Bidding(
                        known(bodies, intention.bidderId()),
                        intention.memberIds().stream()
                                .sorted()
                                .map(id -> known(bodies, id))
                                .toList(),
                        intention.consortium()))
                .toList();
    }

    private static BodyProfile known(Map<UUID, BodyProfile> bodies, UUID id) {
        var body = bodies.get(id);
        if (body == null) {
            throw MatchingProblem.BODY_NOT_FOUND.raise();
        }
        return body;
    }
}
