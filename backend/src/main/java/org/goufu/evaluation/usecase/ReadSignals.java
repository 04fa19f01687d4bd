package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.signal.Comparison;
import org.goufu.evaluation.domain.signal.Signal;
import org.goufu.evaluation.usecase.Comparisons.Kept;
import org.goufu.kernel.Actor;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflicts;
import org.goufu.matching.Conflicts.Intention;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signals of collusion in the hands of those who read the bids; a bidder and the public never see them. */
@Component
public class ReadSignals {
    private static final Comparison NOTHING = new Comparison(0, false, List.of(), 0);

    private final Evaluations evaluations;
    private final Comparisons comparisons;
    private final Conflicts conflicts;
    private final PaperReaders readers;

    ReadSignals(Evaluations evaluations, Comparisons comparisons, Conflicts conflicts, PaperReaders readers) {
        this.evaluations = evaluations;
        this.comparisons = comparisons;
        this.conflicts = conflicts;
        this.readers = readers;
    }

    /**
     * What one reader is shown.
     *
     * @param foundAt null while the bids are still being compared
     * @param priced whether prices were compared and may be known
     * @param omitted how many signals are left out
     * @param conflicts what the registry says of the bidders (domain.md 2.5)
     * @param names of bids and bodies
     */
    public record Shown(
            @Nullable Instant foundAt,
            ProcurementMethod method,
            int bids,
            boolean priced,
            List<Signal> signals,
            int omitted,
            List<Conflict> conflicts,
            Map<UUID, String> names) {}

    /** For those who may read the bids; fails with {@code evaluation/not-found} for others. */
    public Mono<Shown> by(Actor actor, UUID lot) {
        return evaluations
                .get(lot)
                .filterWhen(evaluation -> readers.include(actor, evaluation))
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise))
                .flatMap(evaluation -> comparisons
                        .find(lot)
                        .flatMap(kept -> between(evaluation, kept).map(found -> shown(evaluation, kept, found)))
                        .defaultIfEmpty(shown(evaluation, null, List.of())));
    }

    /** As things stood when the bids were compared, which is when they were opened. */
    private Mono<List<Conflict>> between(Evaluation evaluation, Kept kept) {
        var intentions = evaluation.bids().stream().map(ReadSignals::intention).toList();
        if (intentions.size() < 2) return Mono.just(List.of());
        return conflicts.of(evaluation.terms().lot(), intentions, List.of(), kept.at());
    }

    private static Intention intention(Bid bid) {
        var others = bid.consortium().stream()
                .map(ConsortiumMember::id)
                .filter(id -> !id.equals(bid.body()))
                .collect(Collectors.toSet());
        return new Intention(bid.body(), others, !others.isEmpty());
    }

    private static Shown shown(Evaluation evaluation, @Nullable Kept kept, List<Conflict> conflicts) {
        var comparison = kept == null ? NOTHING : kept.comparison();
        boolean priced = comparison.priced() && evaluation.phase().showsPrices();
        return new Shown(
                kept == null ? null : kept.at(),
                evaluation.terms().method(),
                comparison.bids(),
                priced,
                comparison.signals().stream()
                        .filter(signal -> priced || !signal.kind().isOfPrices())
                        .toList(),
                comparison.omitted(),
                conflicts,
                names(evaluation));
    }

    /** Quality is judged without looking at prices, also where these were opened with the rest. */
    private static Map<UUID, String> names(Evaluation evaluation) {
        return evaluation.bids().stream()
                .flatMap(bid -> Stream.concat(
                        Stream.of(Map.entry(bid.id(), bid.name()), Map.entry(bid.body(), ownName(bid))),
                        bid.consortium().stream().map(member -> Map.entry(member.id(), member.name()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
    }

    private static String ownName(Bid bid) {
        return bid.consortium().stream()
                .filter(member -> member.id().equals(bid.body()))
                .map(ConsortiumMember::name)
                .findFirst()
                .orElse(bid.name());
    }
}
