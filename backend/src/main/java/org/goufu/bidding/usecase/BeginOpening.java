package org.goufu.bidding.usecase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Opening.State;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.usecase.Openings.NewBid;
import org.goufu.bidding.usecase.SealedBoxes.BoxOfLot;
import org.goufu.bidding.usecase.SealedBoxes.Lying;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.TerminationReason;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A person of the department begins an opening; only then it becomes known how many bids there are.
 *
 * <p>With fewer than the method needs nothing is opened, and the termination is prepared (政府采购法 36).
 */
@Component
public class BeginOpening {
    private final SealedBoxes boxes;
    private final Openings openings;
    private final Stages stages;
    private final PurchaseDirectory purchases;
    private final Outcomes outcomes;
    private final OrganizationDirectory organizations;
    private final Ledger ledger;
    private final TellOpening telling;
    private final OpeningSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    BeginOpening(
            SealedBoxes boxes,
            Openings openings,
            Stages stages,
            PurchaseDirectory purchases,
            Outcomes outcomes,
            OrganizationDirectory organizations,
            Ledger ledger,
            TellOpening telling,
            OpeningSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.boxes = boxes;
        this.openings = openings;
        this.stages = stages;
        this.purchases = purchases;
        this.outcomes = outcomes;
        this.organizations = organizations;
        this.ledger = ledger;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Fails with an {@link OpeningProblem}. */
    public Mono<Opening> by(Actor actor, UUID lot) {
        return transactions.write(ofDepartment(actor, lot)
                // A box may not be made yet right after the publication: until it is due, that is not the question.
                .delayUntil(terms -> clock.now().doOnNext(now -> Opening.mustBeDue(terms, now)))
                .flatMap(terms -> boxes.box(lot).flatMap(box -> begin(actor, terms, box))));
    }

    /** The technical parts are judged: the prices are opened from now on; those of a lot that came to something stay sealed. */
    public Mono<Opening> prices(Actor actor, UUID lot) {
        return transactions.write(ofDepartment(actor, lot)
                .then(Mono.defer(() -> mustBeUndecided(lot)))
                .then(Mono.defer(() -> openings.hold(lot)))
                .map(Opening::pricesBegun)
                .flatMap(openings::save)
                .delayUntil(opening -> stages.begin(lot, Stage.ALL))
                .delayUntil(telling::sharesWanted));
    }

    private Mono<LotTerms> ofDepartment(Actor actor, UUID lot) {
        return purchases
                .terms(lot)
                .filter(terms -> terms.department().equals(actor.department()))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise));
    }

    private Mono<Void> mustBeUndecided(UUID lot) {
        return outcomes.isDecided(lot)
                .filter(decided -> !decided)
                .switchIfEmpty(Mono.error(OpeningProblem.PURCHASE_OVER::raise))
                .then();
    }

    private Mono<Opening> begin(Actor actor, LotTerms terms, BoxOfLot box) {
        return mustBeUndecided(terms.lot())
                .then(boxes.lying(box.lot()).collectList())
                .zipWith(clock.now())
                .flatMap(both -> {
                    var lying = both.getT1();
                    var opening = Opening.begun(
                            terms, box.sealedAt(), lying.size(), actor, both.getT2(), settings.sealCheck());
                    var begun = opening.state() == State.FAILED_TOO_FEW
                            ? failed(opening)
                            : bids(lying)
                                    .flatMap(bids -> openings.begin(opening, bids))
                                    .thenReturn(opening);
                    return begun.delayUntil(is -> tell(is, lying));
                });
    }

    private Mono<Void> tell(Opening opening, List<Lying> lying) {
        var bidders = lying.stream().map(Lying::body).toList();
        return opening.state() == State.FAILED_TOO_FEW
                ? organizations
                        .findAll(behind(lying))
                        .collectList()
                        .flatMap(behind -> telling.tooFew(opening, bidders, behind))
                : telling.begun(opening, bidders);
    }

    private static Set<UUID> behind(List<Lying> lying) {
        return lying.stream()
                .flatMap(bid -> Manifest.read(bid.manifest()).core().actingFor().stream())
                .collect(Collectors.toSet());
    }

    private Mono<List<NewBid>> bids(List<Lying> lying) {
        var ids = new HashSet<UUID>();
        lying.forEach(bid -> ids.add(bid.body()));
        return organizations
                .findAll(ids)
                .collectMap(BodyProfile::id)
                .map(bodies -> lying.stream().map(bid -> newBid(bid, bodies)).toList());
    }

    private static NewBid newBid(Lying bid, Map<UUID, BodyProfile> bodies) {
        var body = bodies.get(bid.body());
        if (body == null) throw new IllegalStateException("a bidder left the registry: " + bid.body());
        var core = Manifest.read(bid.manifest()).core();
        return new NewBid(
                bid.envelope(),
                body.id(),
                body.name(),
                body.kind(),
                core.actingFor(),
                core.rosterHash(),
                core.keysetHash(),
                bid.acceptedAt());
    }

    /** The names of those who bid are nobody's business: they may bid again. So of the ledger only the seal is revealed. */
    private Mono<Opening> failed(Opening opening) {
        var details = new HashMap<String, Object>();
        details.put("lot", opening.lot().toString());
        details.put("stage", "NONE");
        details.put("bids", opening.bids());
        details.put("least", opening.least());
        var act = new Act(Act.Kind.OPENED, opening.lot(), opening.purchase(), details);
        var explanation = "截止时收到的有效封存响应文件不足" + opening.least() + "份，按规定未予开启。";
        return openings.begin(opening, List.of())
                .then(outcomes.prepareTermination(opening.lot(), TerminationReason.LESS_THAN_THREE, explanation))
                .then(ledger.reveal(act, List.of(opening.lot())))
                .thenReturn(opening);
    }
}
