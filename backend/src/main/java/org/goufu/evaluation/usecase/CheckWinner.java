package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.BehindBid;
import org.goufu.bidding.GroupsBehind;
import org.goufu.bidding.OpenedBid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.kernel.FieldProblem;
import org.goufu.matching.Admission;
import org.goufu.matching.Admission.Answer;
import org.goufu.matching.Admission.Question;
import org.goufu.matching.Conflict;
import org.goufu.matching.Conflicts;
import org.goufu.matching.Conflicts.Intention;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Looks once more whether the winner may be awarded (domain.md 2.5, 3.5): by the rules that judged its bid, on facts that are held until the
 * caller's transaction ends.
 */
@Component
class CheckWinner {
    private static final String WINNER = "/winner";

    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final Admission admission;
    private final GroupsBehind groups;
    private final Conflicts conflicts;
    private final BusinessClock clock;

    CheckWinner(
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            Admission admission,
            GroupsBehind groups,
            Conflicts conflicts,
            BusinessClock clock) {
        this.purchases = purchases;
        this.organizations = organizations;
        this.admission = admission;
        this.groups = groups;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /**
     * What stands against an award.
     *
     * @param winner against the winner itself; empty when it may be awarded
     * @param others against bids that are not the winner's and still count, by their ids
     * @param supervised that the purchaser supervises the winner (C07)
     */
    record Found(List<FieldProblem> winner, Map<UUID, List<FieldProblem>> others, List<FieldProblem> supervised) {}

    /**
     * Fails with {@code evaluation/winner-refused}, naming everybody concerned and why; with {@code evaluation/bids-in-conflict}, for too few
     * may be left without those bids; with {@code evaluation/openness-unexplained}: the street office that supervises a federation may award
     * to it, and where it did not call openly, it records why (C07).
     */
    Mono<Void> mayStand(Evaluation evaluation, List<OpenedBid> bids) {
        return look(evaluation, bids)
                .doOnNext(found -> mustLetStand(evaluation, found))
                .then();
    }

    private static void mustLetStand(Evaluation evaluation, Found found) {
        if (!found.winner().isEmpty()) {
            throw EvaluationProblem.WINNER_REFUSED.raise(
                    found.winner(), evaluation.winner().name());
        }
        if (!found.others().isEmpty()) {
            throw EvaluationProblem.BIDS_IN_CONFLICT.raise(found.others().values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList());
        }
        var award = evaluation.award();
        boolean explained = award != null && award.openness() != null;
        if (!found.supervised().isEmpty() && !evaluation.terms().method().isOpenCall() && !explained) {
            throw EvaluationProblem.OPENNESS_UNEXPLAINED.raise(found.supervised());
        }
    }

    /** As at the opening: what stands between those whose bids were opened is looked for among all of them. */
    Mono<Found> look(Evaluation evaluation, List<OpenedBid> bids) {
        var winner = bids.stream()
                .filter(bid -> bid.envelope().equals(evaluation.winner().id()))
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_OPENED::raise);
        if (!winner.counts()) {
            var fell = List.of(FieldProblem.of(WINNER, "winner-fell", winner.bidder()));
            return Mono.just(new Found(fell, Map.of(), List.of()));
        }
        var contest = bids.stream().filter(OpenedBid::counts).toList();
        var others = contest.stream()
                .filter(bid -> evaluation.bid(bid.envelope()).counts())
                .filter(bid -> bid != winner)
                .toList();
        return organizations
                .holdAll(contest.stream().flatMap(CheckWinner::everybody).collect(Collectors.toSet()))
                .then(Mono.defer(() -> Mono.zip(lot(evaluation), clock.now())))
                .flatMap(both -> look(both.getT1(), winner, contest, others, both.getT2()));
    }

    private Mono<PublishedLot> lot(Evaluation evaluation) {
        return purchases.lot(evaluation.terms().lot()).switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private Mono<Found> look(
            PublishedLot lot, OpenedBid winner, List<OpenedBid> contest, List<OpenedBid> others, Instant now) {
        var intentions = contest.stream().map(CheckWinner::intention).toList();
        return Mono.zip(
                        notAdmitted(lot, winner, now),
                        groupsFallen(lot, winner, now),
                        conflicts.of(lot.id(), intentions, List.of(), now))
                .map(all -> {
                    var bars = all.getT3().stream().filter(CheckWinner::isBar).toList();
                    var supervised = all.getT3().stream()
                            .filter(conflict -> conflict.rule() == Conflict.Rule.C07)
                            .toList();
                    return new Found(
                            Stream.of(all.getT1(), all.getT2(), touching(winner, bars, WINNER))
                                    .flatMap(List::stream)
                                    .toList(),
                            fallen(others, bars),
                            touching(winner, supervised, "/openness"));
                });
    }

    /** Each member of a consortium is asked, not only the lead. */
    private Mono<List<FieldProblem>> notAdmitted(PublishedLot lot, OpenedBid winner, Instant now) {
        var signers = winner.givers().toList();
        var questions = signers.stream().map(body -> new Question(lot, body)).toList();
        return Mono.zip(
                admission.of(questions, now),
                organizations.findAll(signers).collectMap(BodyProfile::id, BodyProfile::name),
                CheckWinner::refused);
    }

    private static List<FieldProblem> refused(List<Answer> answers, Map<UUID, String> names) {
        var refused = new ArrayList<FieldProblem>();
        for (var answer : answers) {
            if (answer.isAdmitted()) continue;
            var name = names.getOrDefault(answer.bodyId(), "");
            if (answer.obstacles().isEmpty()) refused.add(FieldProblem.of(WINNER, "winner-no-bidder", name));
            answer.obstacles()
                    .forEach(one ->
                            refused.add(FieldProblem.of(WINNER, "winner-not-eligible", name, one.fact(), one.rule())));
        }
        return refused;
    }

    private Mono<List<FieldProblem>> groupsFallen(PublishedLot lot, OpenedBid winner, Instant now) {
        var named = winner.consortium().isEmpty() ? winner.actingFor() : List.<UUID>of();
        return groups.fallen(lot, winner.body().id(), named, now)
                .map(one -> FieldProblem.of(WINNER, "winner-group", one.name(), one.why()))
                .collectList();
    }

    private static boolean isBar(Conflict conflict) {
        return conflict.severity() == Conflict.Severity.BLOCK;
    }

    private static List<FieldProblem> touching(OpenedBid bid, List<Conflict> found, String at) {
        return found.stream()
                .filter(conflict -> everybody(bid).anyMatch(conflict.bodies()::contains))
                .map(conflict -> FieldProblem.of(at, "winner-in-conflict", conflict.fact(), conflict.article()))
                .toList();
    }

    /** What makes bids fall (domain.md 2.5). */
    private static Map<UUID, List<FieldProblem>> fallen(List<OpenedBid> bids, List<Conflict> bars) {
        var fallen = new LinkedHashMap<UUID, List<FieldProblem>>();
        for (var bid : bids) {
            var why = touching(bid, bars, "/bids");
            if (!why.isEmpty()) fallen.put(bid.envelope(), why);
        }
        return fallen;
    }

    private static Intention intention(OpenedBid bid) {
        return new Intention(
                bid.body().id(), Set.copyOf(bid.actingFor()), !bid.consortium().isEmpty());
    }

    private static Stream<UUID> everybody(OpenedBid bid) {
        return BehindBid.of(bid.body().id(), bid.actingFor()).stream();
    }
}
