package org.goufu.purchase.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Ledger;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.Award;
import org.goufu.purchase.LotTerminated;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.TerminationReason;
import org.goufu.purchase.domain.DecidingLot;
import org.goufu.purchase.domain.OfficialReference;
import org.goufu.purchase.domain.OutcomeForms;
import org.goufu.purchase.domain.PortalResult;
import org.goufu.purchase.domain.PortalResultNotice;
import org.goufu.purchase.domain.Termination;
import org.goufu.purchase.usecase.Decisions.Outcome;
import org.goufu.purchase.usecase.Purchases.Act;
import org.goufu.purchase.usecase.Purchases.Numbered;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes what a lot came to: notice, states, news and entry in the ledger in the caller's transaction. */
@Component
class PublishOutcome implements Outcomes {
    private static final int COUNTY_DIGITS = 6;

    private final Decisions decisions;
    private final Purchases purchases;
    private final Regions regions;
    private final PublicationSettings settings;
    private final Outbox outbox;
    private final Ledger ledger;

    PublishOutcome(
            Decisions decisions,
            Purchases purchases,
            Regions regions,
            PublicationSettings settings,
            Outbox outbox,
            Ledger ledger) {
        this.decisions = decisions;
        this.purchases = purchases;
        this.regions = regions;
        this.settings = settings;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    @Override
    public Mono<UUID> award(Actor by, Award award, @Nullable OfficialPublication official) {
        var read = official == null ? null : StatutoryReader.publication("/officialPublication", formOf(official));
        return decisions
                .hold(award.lot())
                .map(lot -> lot.ownedBy(by.department()).undecided().closed())
                .flatMap(lot -> numbered(lot).flatMap(number -> {
                    OfficialReference.ofResult(read, lot.text(), settings.publicationMedia(), number.at());
                    var notice = new OutcomeForms(lot, number.number(), number.at())
                            .result(award, read, code -> regions.coded(code).name());
                    return publish(lot, new Outcome(NoticeStatus.AWARDED, null), notice, Act.of(Act.Kind.AWARDED, by));
                }));
    }

    /** The result of a lot that was decided on the statutory medium; the rules find nothing in it that blocks. */
    Mono<UUID> awardElsewhere(Actor by, DecidingLot lot, PortalResult result) {
        return numbered(lot).flatMap(number -> {
            var notice = PortalResultNotice.of(lot, result, number.number(), number.at());
            return decisions
                    .drop(lot.id())
                    .then(publish(lot, new Outcome(NoticeStatus.AWARDED, null), notice, Act.of(Act.Kind.AWARDED, by)));
        });
    }

    private static PurchaseForm.Publication formOf(OfficialPublication official) {
        var at = official.publishedAt();
        return new PurchaseForm.Publication(
                official.medium(), official.url(), official.noticeId(), at == null ? null : at.toString());
    }

    @Override
    public Mono<Void> prepareTermination(UUID lot, TerminationReason reason, String explanation) {
        return decisions
                .hold(lot)
                .filter(held -> !held.decided())
                .flatMap(held -> decisions
                        .termination(lot)
                        .map(Termination::reason)
                        // What somebody wrote before this was known could be taken back, and with it what the law says
                        // follows.
                        .filter(before -> !before.isForPeople())
                        .hasElement())
                .flatMap(found -> found
                        ? Mono.empty()
                        : decisions.prepare(new Termination(lot, reason, explanation, null, null)));
    }

    @Override
    public Mono<Boolean> isDecided(UUID lot) {
        return decisions.hold(lot).map(DecidingLot::decided);
    }

    Mono<UUID> terminate(Actor by, DecidingLot lot, Termination termination) {
        return numbered(lot).flatMap(number -> {
            var notice = new OutcomeForms(lot, number.number(), number.at()).termination(termination);
            var act = new Act(Act.Kind.TERMINATED, by, termination.reason().officialWords());
            return decisions
                    .drop(lot.id())
                    .then(publish(lot, new Outcome(NoticeStatus.TERMINATED, termination.reason()), notice, act))
                    .delayUntil(id -> outbox.append(new LotTerminated(
                            lot.id(), lot.purchase(), id, lot.text().title())));
        });
    }

    /** The county of the call, so that all notices of a purchase are numbered in one row. */
    private Mono<Numbered> numbered(DecidingLot lot) {
        return purchases.nextNumber(lot.text().number().substring(0, COUNTY_DIGITS));
    }

    private Mono<UUID> publish(DecidingLot lot, Outcome outcome, NoticeContent notice, Act act) {
        var published = NewNotice.of(notice);
        return decisions
                .decide(lot, outcome, published, act)
                .then(outbox.append(new NoticePublished(published.id(), lot.purchase())))
                // The call itself is found by what it came to.
                .then(outbox.append(new NoticePublished(lot.notice(), lot.purchase())))
                .then(ledger.enter(List.of(EnteredNotice.of(lot.purchase(), published))))
                .thenReturn(published.id());
    }
}
