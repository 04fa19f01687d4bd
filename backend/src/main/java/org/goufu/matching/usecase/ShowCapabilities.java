package org.goufu.matching.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.CapabilityBoard;
import org.goufu.matching.domain.CapabilityBoard.Missed;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.Moment;
import org.goufu.organization.BodyKind;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.LotsOfPlace;
import org.goufu.purchase.PublishedLot;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a federation and its members can do together, and what was missing for the purchases of its county in the last year. */
@Component
public class ShowCapabilities {
    private static final Duration LOOKING_BACK = Duration.ofDays(365);
    private static final int COUNTY = 3;
    /** The newest: enough to see what keeps missing, few enough to be judged at once. */
    private static final int MOST_LOTS = 500;

    private final Dossiers dossiers;
    private final LotsOfPlace lots;
    private final BusinessClock clock;

    public ShowCapabilities(Dossiers dossiers, LotsOfPlace lots, BusinessClock clock) {
        this.dossiers = dossiers;
        this.lots = lots;
        this.clock = clock;
    }

    /** @param lots how many lots were looked at */
    public record Shown(CapabilityBoard board, int lots, int missed, Instant asOf) {}

    /** For the federation's staff and the registrars of its street; for others it does not exist. */
    public Mono<Shown> by(Actor actor, UUID federationId) {
        return dossiers.of(List.of(federationId))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .filter(dossier -> maySee(actor, dossier))
                .switchIfEmpty(Mono.error(MatchingProblem.BODY_NOT_FOUND::raise))
                .zipWith(clock.now())
                .flatMap(both -> shown(both.getT1(), both.getT2()));
    }

    private static boolean maySee(Actor actor, Dossier dossier) {
        var body = dossier.body();
        if (body.kind() != BodyKind.FEDERATION) return false;
        return body.id().equals(actor.organizationId())
                || actor.is(Role.REGISTRAR)
                        && actor.regionCode() != null
                        && actor.regionCode().covers(new RegionCode(body.regionCode()));
    }

    private Mono<Shown> shown(Dossier dossier, Instant now) {
        var county = new RegionCode(dossier.body().regionCode()).upTo(COUNTY);
        return lots.publishedIn(county.value(), now.minus(LOOKING_BACK), MOST_LOTS)
                .collectList()
                .publishOn(Schedulers.parallel())
                .map(published -> shown(dossier, published, now));
    }

    private static Shown shown(Dossier dossier, List<PublishedLot> published, Instant now) {
        var missed = published.stream()
                .flatMap(lot -> CapabilityBoard.missed(dossier, lot, moment(lot, now)).stream()
                        .map(missing -> new Missed(lot, missing)))
                .toList();
        return new Shown(
                CapabilityBoard.of(dossier, Moment.of(now)).with(CapabilityBoard.summed(missed)),
                published.size(),
                missed.size(),
                now);
    }

    /** As it stood when the lot closed; an open lot is judged now. */
    private static Moment moment(PublishedLot lot, Instant now) {
        var deadline = lot.deadline();
        return Moment.of(deadline == null || deadline.isAfter(now) ? now : deadline);
    }
}
