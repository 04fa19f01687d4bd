package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.bidding.BidsOpened;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.usecase.BidsAtOpening.Recorded;
import org.goufu.bidding.usecase.Stages.BegunStage;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflicts;
import org.goufu.matching.Conflicts.Intention;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends a stage: judges what stands between bidders, which nobody could know before, makes the record, reveals in the ledger what the box
 * was, and tells the others.
 */
@Component
class FinishStage {
    private static final Map<Conflict.Rule, Reason> REASONS =
            new EnumMap<>(Map.of(Conflict.Rule.C01, Reason.RELATED_BIDDERS, Conflict.Rule.C03, Reason.MEMBER_TWICE));

    private final Openings openings;
    private final Stages stages;
    private final BidsAtOpening bids;
    private final WriteRecord record;
    private final ConsentsAtDeadline consents;
    private final SignaturesAtDeadline signatures;
    private final Conflicts conflicts;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TellOpening telling;
    private final BusinessClock clock;
    private final Transactions transactions;

    FinishStage(
            Openings openings,
            Stages stages,
            BidsAtOpening bids,
            WriteRecord record,
            ConsentsAtDeadline consents,
            SignaturesAtDeadline signatures,
            Conflicts conflicts,
            Ledger ledger,
            Outbox outbox,
            TellOpening telling,
            BusinessClock clock,
            Transactions transactions) {
        this.openings = openings;
        this.stages = stages;
        this.bids = bids;
        this.record = record;
        this.consents = consents;
        this.signatures = signatures;
        this.conflicts = conflicts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.telling = telling;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Nothing is done when a bid was sent to be opened again since the caller looked. */
    Mono<Void> of(UUID lot) {
        return transactions.write(openings.hold(lot)
                .filterWhen(held -> bids.isWaitedFor(lot).map(waits -> !waits))
                .zipWhen(opening -> stages.last(lot))
                .filter(both -> both.getT2().openedAt() == null)
                .zipWith(clock.now())
                .flatMap(all -> finish(all.getT1().getT1(), all.getT1().getT2(), all.getT2())));
    }

    private Mono<Void> finish(Opening opening, BegunStage stage, Instant now) {
        var lot = opening.lot();
        // Prices tell nothing new about who is related to whom.
        boolean first = stage.stage() == Stage.TECHNICAL || !opening.staged();
        return (first ? judge(lot, now) : Mono.<Void>empty())
                .then(Mono.defer(() -> record.of(opening, stage, now)))
                .flatMap(written -> stages.opened(stage.id(), written.bytes())
                        .then(openings.save(opening.opened()))
                        .then(bids.recorded(lot).collectList())
                        .flatMap(recorded -> telling.recorded(opening, stage.id(), first, recorded))
                        .then(outbox.append(new BidsOpened(lot, opening.purchase(), stage.stage())))
                        .then(ledger.reveal(act(opening, stage, written, first), written.subjects())));
    }

    /** The first rests on what was done by then to the keys that signed: so nobody can leave out that one had been revoked. */
    private static Act act(Opening opening, BegunStage stage, WriteRecord.Written written, boolean first) {
        var details = new TreeMap<String, Object>();
        details.put("bids", opening.bids());
        details.put("least", opening.least());
        details.put("lot", opening.lot().toString());
        details.put("record", written.digest());
        details.put("stage", stage.stage().name());
        return new Act(Act.Kind.OPENED, stage.id(), opening.purchase(), details, first ? written.signers() : List.of());
    }

    private Mono<Void> judge(UUID lot, Instant now) {
        var unasked = consents.of(lot)
                .map(ConsentsAtDeadline.Missing::envelope)
                .distinct()
                .collectList()
                .flatMap(missing -> bids.invalid(missing, Reason.CONSENT_MISSING));
        var unsigned = signatures
                .unsigned(lot)
                .collectList()
                .flatMap(missing -> bids.invalid(missing, Reason.SIGNATURE_MISSING));
        // Who had left stands in the bid no more: it must not fall with another in which it takes part now.
        return unasked.then(unsigned).then(Mono.defer(() -> judgeConflicts(lot, now)));
    }

    private Mono<Void> judgeConflicts(UUID lot, Instant now) {
        return bids.recorded(lot)
                .filter(bid -> bid.reason() == null)
                .collectList()
                .filter(opened -> opened.size() > 1)
                .flatMap(opened -> conflicts
                        .of(lot, opened.stream().map(FinishStage::intention).toList(), List.of(), now)
                        .flatMapMany(Flux::fromIterable)
                        .filter(conflict -> conflict.severity() == Conflict.Severity.BLOCK)
                        .filter(conflict -> REASONS.containsKey(conflict.rule()))
                        .concatMap(conflict -> bids.invalid(
                                touched(opened, conflict),
                                REASONS.getOrDefault(conflict.rule(), Reason.RELATED_BIDDERS)))
                        .then());
    }

    private static Intention intention(Recorded bid) {
        return new Intention(
                bid.body().id(), Set.copyOf(bid.actingFor()), !bid.consortium().isEmpty());
    }

    private static Set<UUID> touched(List<Recorded> opened, Conflict conflict) {
        var touched = new HashSet<UUID>();
        for (var bid : opened) {
            if (conflict.bodies().contains(bid.body().id())
                    || bid.actingFor().stream().anyMatch(conflict.bodies()::contains)) {
                touched.add(bid.envelope());
            }
        }
        return touched;
    }
}
