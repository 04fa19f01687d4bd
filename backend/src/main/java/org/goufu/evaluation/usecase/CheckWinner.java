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
import reactor.core.publisher.Flux;
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

    /** Fails with {@code evaluation/winner-refused}, naming everybody concerned and why. */
    Mono<Void> of(Evaluation evaluation, List<OpenedBid> bids) {
        return obstacles(evaluation, bids)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.error(EvaluationProblem.WINNER_REFUSED.raise(
                        found, evaluation.winner().name())));
    }

    /** None when the winner may be awarded. */
    Mono<List<FieldProblem>> obstacles(Evaluation evaluation, List<OpenedBid> bids) {
        var winner = bids.stream()
                .filter(bid -> bid.envelope().equals(evaluation.winner().id()))
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_OPENED::raise);
        if (!winner.counts()) return Mono.just(List.of(FieldProblem.of(WINNER, "winner-fell", winner.bidder())));
        var contest = bids.stream().filter(OpenedBid::counts).toList();
        return organizations
                .holdAll(contest.stream().flatMap(CheckWinner::everybody).collect(Collectors.toSet()))
                .then(Mono.defer(() -> Mono.zip(lot(evaluation), clock.now())))
                .flatMap(both -> obstacles(both.getT1(), winner, contest, both.getT2()));
    }

    private Mono<PublishedLot> lot(Evaluation evaluation) {
        return purchases.lot(evaluation.terms().lot()).switchIfEmpty(Mono.error(EvaluationProblem.NOT_FOUND::raise));
    }

    private Mono<List<FieldProblem>> obstacles(
            PublishedLot lot, OpenedBid winner, List<OpenedBid> contest, Instant now) {
        return Mono.zip(
                        notAdmitted(lot, winner, now),
                        groupsFallen(lot, winner, now),
                        inConflict(lot, winner, contest, now))
                .map(all -> Stream.of(all.getT1(), all.getT2(), all.getT3())
                        .flatMap(List::stream)
                        .toList());
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

    /** As at the opening: what stands between those whose bids were opened, and touches the winner. */
    private Mono<List<FieldProblem>> inConflict(
            PublishedLot lot, OpenedBid winner, List<OpenedBid> contest, Instant now) {
        return between(lot, contest, now)
                .filter(CheckWinner::isBar)
                .filter(conflict -> touches(conflict, winner))
                .map(conflict -> FieldProblem.of(WINNER, "winner-in-conflict", conflict.fact(), conflict.article()))
                .collectList();
    }

    private Flux<Conflict> between(PublishedLot lot, List<OpenedBid> contest, Instant now) {
        return conflicts
                .of(lot.id(), contest.stream().map(CheckWinner::intention).toList(), List.of(), now)
                .flatMapIterable(found -> found);
    }

    private static boolean isBar(Conflict conflict) {
        return conflict.severity() == Conflict.Severity.BLOCK;
    }

    private static boolean touches(Conflict conflict, OpenedBid bid) {
        return everybody(bid).anyMatch(conflict.bodies()::contains);
    }

    /** What makes bids fall that are not the winner's and still count (domain.md 2.5), by their ids. */
    Mono<Map<UUID, List<FieldProblem>>> othersInConflict(Evaluation evaluation, List<OpenedBid> bids) {
        var contest = bids.stream().filter(OpenedBid::counts).toList();
        var others = contest.stream()
                .filter(bid -> evaluation.bid(bid.envelope()).counts())
                .filter(bid -> !bid.envelope().equals(evaluation.winner().id()))
                .toList();
        return organizations
                .holdAll(contest.stream().flatMap(CheckWinner::everybody).collect(Collectors.toSet()))
                .then(Mono.defer(() -> Mono.zip(lot(evaluation), clock.now())))
                .flatMap(both -> between(both.getT1(), contest, both.getT2())
                        .filter(CheckWinner::isBar)
                        .collectList())
                .map(found -> fallen(others, found));
    }

    private static Map<UUID, List<FieldProblem>> fallen(List<OpenedBid> others, List<Conflict> found) {
        var fallen = new LinkedHashMap<UUID, List<FieldProblem>>();
        for (var bid : others) {
            var why = found.stream()
                    .filter(conflict -> touches(conflict, bid))
                    .map(conflict ->
                            FieldProblem.of("/bids", "winner-in-conflict", conflict.fact(), conflict.article()))
                    .toList();
            if (!why.isEmpty()) fallen.put(bid.envelope(), why);
        }
        return fallen;
    }

    /**
     * C07: the street office that supervises the federation may award to it; where it did not call openly, it records why. Fails with {@code
     * evaluation/openness-unexplained}.
     */
    Mono<Void> ofOpenness(Evaluation evaluation, List<OpenedBid> bids) {
        var award = evaluation.award();
        boolean explained = award != null && award.openness() != null;
        if (evaluation.terms().method().isOpenCall() || explained) return Mono.empty();
        var winner = bids.stream()
                .filter(bid -> bid.envelope().equals(evaluation.winner().id()))
                .toList();
        return Mono.zip(lot(evaluation), clock.now())
                .flatMapMany(both -> between(both.getT1(), winner, both.getT2()))
                .filter(conflict -> conflict.rule() == Conflict.Rule.C07)
                .map(conflict ->
                        FieldProblem.of("/openness", "winner-in-conflict", conflict.fact(), conflict.article()))
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.error(EvaluationProblem.OPENNESS_UNEXPLAINED.raise(found)));
    }

    /** Fails with {@code evaluation/bids-in-conflict}: too few may be left without them. */
    Mono<Void> ofOthers(Evaluation evaluation, List<OpenedBid> bids) {
        return othersInConflict(evaluation, bids)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.error(EvaluationProblem.BIDS_IN_CONFLICT.raise(
                        found.values().stream().flatMap(List::stream).distinct().toList())));
    }

    private static Intention intention(OpenedBid bid) {
        return new Intention(
                bid.body().id(), Set.copyOf(bid.actingFor()), !bid.consortium().isEmpty());
    }

    private static Stream<UUID> everybody(OpenedBid bid) {
        return BehindBid.of(bid.body().id(), bid.actingFor()).stream();
    }
}
