package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.organization.BodyProfile;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers whether a body may bid for a lot, and what is missing. */
@Component
public class AssessEligibility {
    private final PurchaseDirectory purchases;
    private final Dossiers dossiers;
    private final DossierOnRecord onRecord;
    private final Matches matches;
    private final AsOf times;

    public AssessEligibility(
            PurchaseDirectory purchases, Dossiers dossiers, DossierOnRecord onRecord, Matches matches, AsOf times) {
        this.purchases = purchases;
        this.dossiers = dossiers;
        this.onRecord = onRecord;
        this.matches = matches;
        this.times = times;
    }

    /** An answer with the moment as of which it holds; the body as it was on record then. */
    public record Assessed(PublishedLot lot, BodyProfile body, Assessment assessment, Instant asOf) {}

    /** An answer for the open lot of a notice that suits the body best. */
    public record OfNotice(PublishedLot lot, Assessment assessment) {}

    /**
     * Fails with {@code matching/lot-not-found} or {@code matching/body-not-found}, also for callers who may not know.
     *
     * @param asOf what was true and known then; now when it is null
     */
    public Mono<Assessed> by(Actor actor, UUID lotId, @Nullable UUID organizationId, @Nullable Instant asOf) {
        return times.moment(asOf)
                .map(Moment::of)
                .delayUntil(moment -> admit(actor, organizationId, moment))
                .flatMap(moment -> assess(lotId, asked(actor, organizationId), moment));
    }

    private static UUID asked(Actor actor, @Nullable UUID organizationId) {
        return organizationId == null ? actor.organization() : organizationId;
    }

    private Mono<Boolean> admit(Actor actor, @Nullable UUID organizationId, Moment moment) {
        if (mayAskForAnybody(actor)) return Mono.just(true);
        var own = actor.organizationId();
        if (own != null && (organizationId == null || own.equals(organizationId))) return Mono.just(true);
        if (own == null || organizationId == null) return Mono.error(MatchingProblem.LOT_NOT_FOUND::raise);
        return dossiers.isMember(own, organizationId, moment.day())
                .filter(member -> member)
                .switchIfEmpty(Mono.error(MatchingProblem.BODY_NOT_FOUND::raise));
    }

    private static boolean mayAskForAnybody(Actor actor) {
        return actor.departmentId() != null || actor.is(Role.SUPERVISOR) || actor.is(Role.REGISTRAR);
    }

    private Mono<Assessed> assess(UUID lotId, UUID bodyId, Moment moment) {
        return Mono.zip(
                purchases.lot(lotId).switchIfEmpty(Mono.error(MatchingProblem.LOT_NOT_FOUND::raise)),
                onRecord.of(bodyId, moment.known()).switchIfEmpty(Mono.error(MatchingProblem.BODY_NOT_FOUND::raise)),
                (lot, dossier) -> new Assessed(
                        lot, dossier.body(), Assessment.of(LotTerms.of(lot), dossier, moment), moment.known()));
    }

    /** One answer for each notice that has open lots, for the caller's own body. */
    public Flux<OfNotice> ofNotices(Actor actor, Collection<UUID> noticeIds) {
        return times.moment(null)
                .flatMap(now -> Mono.zip(
                        onRecord.of(actor.organization(), now),
                        matches.openLotsOf(noticeIds).collectList(),
                        (dossier, lots) -> best(Moment.of(now), dossier, lots)))
                .flatMapIterable(answers -> answers);
    }

    private static List<OfNotice> best(Moment moment, Dossier dossier, List<PublishedLot> lots) {
        return lots.stream()
                .map(lot -> new OfNotice(lot, Assessment.of(LotTerms.of(lot), dossier, moment)))
                .collect(Collectors.groupingBy(answer -> answer.lot().noticeId()))
                .values()
                .stream()
                .map(answers -> answers.stream().min(BEST).orElseThrow())
                .sorted(Comparator.comparing(answer -> answer.lot().noticeId()))
                .toList();
    }

    private static final List<Eligibility> BEST_FIRST = List.of(
            Eligibility.ELIGIBLE,
            Eligibility.THROUGH_FEDERATION,
            Eligibility.ELIGIBLE_WITH_GAPS,
            Eligibility.NOT_ELIGIBLE);

    private static final Comparator<OfNotice> BEST = Comparator.<OfNotice>comparingInt(
                    answer -> BEST_FIRST.indexOf(answer.assessment().eligibility()))
            .thenComparingInt(answer -> answer.lot().number());
}
