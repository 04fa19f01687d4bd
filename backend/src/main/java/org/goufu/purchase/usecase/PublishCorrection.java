package org.goufu.purchase.usecase;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Ledger;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.CorrectionFollower;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticeCorrected;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.domain.Correction;
import org.goufu.purchase.domain.CorrectionForm;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.usecase.Purchases.Act;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes a correction in the caller's transaction: notice, the call's new deadline, boxes, news and entry in the ledger. */
@Component
class PublishCorrection {
    private static final int COUNTY_DIGITS = 6;

    private final Corrections corrections;
    private final Purchases purchases;
    private final List<CorrectionFollower> followers;
    private final BidPlaces places;
    private final Regions regions;
    private final Outbox outbox;
    private final Ledger ledger;

    PublishCorrection(
            Corrections corrections,
            Purchases purchases,
            List<CorrectionFollower> followers,
            BidPlaces places,
            Regions regions,
            Outbox outbox,
            Ledger ledger) {
        this.corrections = corrections;
        this.purchases = purchases;
        this.followers = List.copyOf(followers);
        this.places = places;
        this.regions = regions;
        this.outbox = outbox;
        this.ledger = ledger;
    }

    /** The id of the published notice; the call must be held. Fails with {@code purchase/correction-too-late}. */
    Mono<UUID> publish(Actor approver, CorrectedCall call, Correction correction) {
        // The county of the call, so that all notices of a purchase are numbered in one row.
        return purchases
                .nextNumber(call.text().number().substring(0, COUNTY_DIGITS))
                .map(numbered -> CorrectionForm.of(
                        call,
                        correction,
                        places.of(call.text().method(), call.text().regionCode())
                                .here(),
                        numbered.number(),
                        numbered.at(),
                        code -> regions.coded(code).name()))
                .map(NewNotice::of)
                .flatMap(notice -> publish(approver, call, correction, notice));
    }

    private Mono<UUID> publish(Actor approver, CorrectedCall call, Correction correction, NewNotice notice) {
        var content = notice.content();
        var lots = content.lots().stream().map(NoticeContent.Lot::id).toList();
        boolean putOff = !Objects.equals(
                correction.content().bidDeadline(), call.content().bidDeadline());
        return corrections
                .publish(call, correction, notice, new Act(Act.Kind.CORRECTED, approver, correction.reason()))
                .then(follow(lots, notice))
                .then(outbox.append(new NoticePublished(notice.id(), call.purchase())))
                // The call itself is found by its new deadline.
                .then(outbox.append(new NoticePublished(call.notice(), call.purchase())))
                .then(outbox.append(new NoticeCorrected(notice.id(), call.purchase(), content.title(), lots, putOff)))
                .then(ledger.enter(List.of(EnteredNotice.ofCorrection(call, notice))))
                .thenReturn(notice.id());
    }

    private Mono<Void> follow(List<UUID> lots, NewNotice notice) {
        var deadline = Objects.requireNonNull(notice.content().deadline());
        return Flux.fromIterable(followers)
                .concatMap(follower -> follower.follow(lots, notice.digest(), deadline))
                .filter(followed -> !followed)
                .flatMap(late -> Mono.<Void>error(PurchaseProblem.CORRECTION_TOO_LATE.raise()))
                .then();
    }
}
