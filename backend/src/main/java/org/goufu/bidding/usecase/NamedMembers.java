package org.goufu.bidding.usecase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.usecase.Consortia.Held;
import org.goufu.bidding.usecase.ConsortiumSeats.Seat;
import org.goufu.bidding.usecase.TakeBids.Incoming;
import org.goufu.matching.Admission.Answer;
import org.goufu.matching.Admission.Question;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges the consortia in whose name bids are given, and bidders who signed one and bid alone, on what is held until the transaction ends
 * (政府采购法 第24条, 实施条例 第22条).
 */
@Component
class NamedMembers {
    private final Consortia consortia;
    private final ConsortiumSeats seats;
    private final PurchaseDirectory purchases;

    NamedMembers(Consortia consortia, ConsortiumSeats seats, PurchaseDirectory purchases) {
        this.consortia = consortia;
        this.seats = seats;
        this.purchases = purchases;
    }

    /**
     * What is on record about the bids of a batch.
     *
     * @param agreements by envelope, of the bids that name one
     * @param seats bidders who signed for the lot of their bid
     * @param closed lots whose notices take no consortia
     */
    record Found(Map<UUID, Held> agreements, Set<Seat> seats, Set<UUID> closed) {

        boolean isConsortium(Incoming incoming) {
            return agreements.containsKey(incoming.act().envelope());
        }

        /** Whether each member may bid is asked, not only the lead. */
        Stream<Question> questions(Incoming incoming, PublishedLot lot) {
            var held = agreements.get(incoming.act().envelope());
            return held == null
                    ? Stream.empty()
                    : held.agreement().others().stream().map(body -> new Question(lot, body));
        }

        @Nullable
        BidProblem refusal(Incoming incoming, PublishedLot lot, Map<Question, Answer> answers) {
            var act = incoming.act();
            var held = agreements.get(act.envelope());
            if (held == null) {
                var alone = seats.stream()
                        .noneMatch(seat ->
                                seat.lot().equals(act.lot()) && seat.body().equals(act.body()));
                return alone ? null : BidProblem.IN_CONSORTIUM;
            }
            var agreement = held.agreement();
            if (closed.contains(act.lot())) return BidProblem.CONSORTIUM_NOT_ACCEPTED;
            if (!held.current()
                    || !agreement.lot().equals(act.lot())
                    || !agreement.lead().equals(act.body())
                    || !agreement.others().equals(incoming.groups())) {
                return BidProblem.AGREEMENT_CHANGED;
            }
            if (!held.missing().isEmpty() || !held.lapsed().isEmpty()) return BidProblem.AGREEMENT_UNSIGNED;
            var admitted = questions(incoming, lot)
                    .map(answers::get)
                    .allMatch(answer -> answer != null && answer.isAdmitted());
            return admitted ? null : BidProblem.MEMBER_NOT_ELIGIBLE;
        }
    }

    /** Two statements, more only for bids that name an agreement. */
    Mono<Found> hold(List<Incoming> batch) {
        var giving = batch.stream()
                .filter(incoming -> !incoming.act().isWithdrawal())
                .toList();
        if (giving.isEmpty()) return Mono.just(new Found(Map.of(), Set.of(), Set.of()));
        return seats.hold(
                        giving.stream().map(incoming -> incoming.act().lot()).toList(),
                        giving.stream().map(incoming -> incoming.act().body()).toList())
                .collect(Collectors.toSet())
                .flatMap(held -> agreements(giving)
                        .flatMap(agreements -> closed(agreements).map(closed -> new Found(agreements, held, closed))));
    }

    private Mono<Map<UUID, Held>> agreements(List<Incoming> giving) {
        return Flux.fromIterable(giving)
                .filter(incoming -> !incoming.groups().isEmpty())
                .concatMap(incoming -> consortia
                        .bound(incoming.rosterHash())
                        .map(held -> Map.entry(incoming.act().envelope(), held)))
                .collect(HashMap::new, (found, entry) -> found.put(entry.getKey(), entry.getValue()));
    }

    private Mono<Set<UUID>> closed(Map<UUID, Held> agreements) {
        return Flux.fromStream(agreements.values().stream()
                        .map(held -> held.agreement().lot())
                        .distinct())
                .concatMap(purchases::terms)
                .filter(terms -> !terms.acceptsConsortium())
                .map(LotTerms::lot)
                .collect(HashSet::new, Set::add);
    }
}
