package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Assessment.Through;
import org.goufu.matching.domain.ConsortiumRules;
import org.goufu.matching.domain.ConsortiumRules.Member;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether bodies may bid for a lot as a consortium, and which lawful way is open to those that may not. */
@Component
public class CheckConsortium {
    static final int LEAST = 2;
    static final int MOST = 10;

    private final PurchaseDirectory purchases;
    private final DossierOnRecord dossiers;
    private final BusinessClock clock;

    public CheckConsortium(PurchaseDirectory purchases, DossierOnRecord dossiers, BusinessClock clock) {
        this.purchases = purchases;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * A member with the lawful alternative.
     *
     * @param through federations through which a filed group could take part instead, the best first
     */
    public record Judged(Member member, List<Through> through) {}

    /** The whole answer. */
    public record Checked(boolean admissible, List<Judged> members, Instant asOf) {}

    /** For staff of one of the members, the lot's department and supervisors; for others the lot does not exist. */
    public Mono<Checked> by(Actor actor, UUID lotId, Set<UUID> memberIds) {
        if (memberIds.size() < LEAST || memberIds.size() > MOST) {
            return Mono.error(() -> MatchingProblem.CONSORTIUM_SIZE.raise(LEAST, MOST));
        }
        return purchases
                .lot(lotId)
                .filter(lot -> maySee(actor, lot, memberIds))
                .switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise))
                .zipWith(clock.now())
                .flatMap(both -> judged(both.getT1(), memberIds, both.getT2()));
    }

    private static boolean maySee(Actor actor, PublishedLot lot, Set<UUID> memberIds) {
        return actor.is(Role.SUPERVISOR)
                || lot.department().id().equals(actor.departmentId())
                || actor.organizationId() != null && memberIds.contains(actor.organizationId());
    }

    private Mono<Checked> judged(PublishedLot lot, Set<UUID> memberIds, Instant now) {
        return Flux.fromIterable(memberIds)
                .sort()
                .concatMap(id -> dossiers.of(id, now).switchIfEmpty(Mono.error(MatchingProblem.BODY_NOT_FOUND::raise)))
                .map(dossier -> judged(lot, dossier, Moment.of(now)))
                .collectList()
                .map(all -> new Checked(
                        all.stream().allMatch(judged -> judged.member().admissible()), all, now));
    }

    private static Judged judged(PublishedLot lot, Dossier dossier, Moment moment) {
        return new Judged(
                ConsortiumRules.judge(dossier.body(), moment),
                dossier.isGroup()
                        ? Assessment.of(LotTerms.of(lot), dossier, moment).through()
                        : List.of());
    }
}
