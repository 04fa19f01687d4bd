package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.BidPlaces;
import org.goufu.purchase.TerminationReason;
import org.goufu.purchase.domain.DecidingLot;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.Termination;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a lot without a result: one person writes why, another publishes it. */
@Component
public class TerminateLot {
    private final Decisions decisions;
    private final PublishOutcome outcome;
    private final BidPlaces places;
    private final PublicationSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    TerminateLot(
            Decisions decisions,
            PublishOutcome outcome,
            BidPlaces places,
            PublicationSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.decisions = decisions;
        this.outcome = outcome;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What a person sends.
     *
     * @param officialPublication of a call above the purchase limit: where the statutory medium published its end
     */
    public record Written(
            @Nullable TerminationReason reason,
            @Nullable String explanation,
            PurchaseForm.@Nullable Publication officialPublication) {}

    /** Writes it, or writes it anew. */
    public Mono<Void> prepare(Actor actor, UUID lot, Written written) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(actor.department()).undecided())
                .flatMap(held -> Mono.defer(() -> decisions.termination(lot))
                        .map(before -> written(held, written, actor, before))
                        .switchIfEmpty(Mono.fromSupplier(() -> written(held, written, actor, null)))
                        .flatMap(termination -> referenced(termination, held)))
                .flatMap(decisions::prepare));
    }

    private Termination written(DecidingLot held, Written written, Actor actor, @Nullable Termination before) {
        var official = StatutoryReader.publication("/officialPublication", written.officialPublication());
        return Termination.written(
                held.id(), written.reason(), written.explanation(), official, actor, before, bidsHere(held));
    }

    private boolean bidsHere(DecidingLot held) {
        return places.of(held.text().method(), held.text().regionCode()).here();
    }

    private Mono<Termination> referenced(Termination termination, DecidingLot held) {
        return clock.now().map(now -> termination.referenced(held.text(), settings.publicationMedia(), now));
    }

    /** Takes back what a person prepared. */
    public Mono<Void> drop(Actor actor, UUID lot) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(actor.department()))
                .flatMap(held -> prepared(lot).map(termination -> termination.dropped(bidsHere(held))))
                .flatMap(dropped -> decisions.drop(lot)));
    }

    /** The id of the published notice. */
    public Mono<UUID> publish(Actor approver, UUID lot) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(approver.department()).undecided())
                .flatMap(held -> prepared(lot)
                        .map(termination -> termination.publishedBy(approver))
                        .flatMap(termination -> referenced(termination, held))
                        .flatMap(termination -> outcome.terminate(approver, held, termination))));
    }

    private Mono<Termination> prepared(UUID lot) {
        return Mono.defer(() -> decisions.termination(lot))
                .switchIfEmpty(Mono.error(PurchaseProblem.TERMINATION_MISSING::raise));
    }
}
