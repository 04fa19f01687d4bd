package org.goufu.evaluation.usecase;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.bidding.BehindBid;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.LotAwarded;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Namesakes;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.Proposal;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Award;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One person proposes whoever is first, another decides; with the decision everything becomes public at once. At both steps the winner must
 * still be one that may be awarded.
 */
@Component
public class DecideAward {
    private final Evaluations evaluations;
    private final Settle settle;
    private final CheckWinner winner;
    private final RelatedMembers related;
    private final Results results;
    private final OpenedBids opened;
    private final OrganizationDirectory organizations;
    private final Outcomes outcomes;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Transactions transactions;

    DecideAward(
            Evaluations evaluations,
            Settle settle,
            CheckWinner winner,
            RelatedMembers related,
            Results results,
            OpenedBids opened,
            OrganizationDirectory organizations,
            Outcomes outcomes,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.settle = settle;
        this.winner = winner;
        this.related = related;
        this.results = results;
        this.opened = opened;
        this.organizations = organizations;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What an officer writes down.
     *
     * @param note what the approver should know
     * @param namesakes why members of the panel who have the name of one who speaks for a bidder are others
     * @param openness why the purchaser did not call openly though it supervises the winner
     */
    public record Words(
            @Nullable String note,
            @Nullable String namesakes,
            @Nullable String openness) {}

    public Mono<Void> propose(Actor officer, UUID lot, Words words) {
        return bids(lot)
                .flatMap(bids -> transactions.write(evaluations
                        .hold(lot)
                        .map(evaluation -> evaluation.ofDepartment(officer))
                        .doOnNext(evaluation -> evaluation.must(Phase.RANKED))
                        .flatMap(evaluation -> said(evaluation, words)
                                .zipWith(clock.now(), (said, now) -> evaluation.proposed(officer, said, now)))
                        .delayUntil(evaluation -> mayStand(evaluation, bids))
                        .flatMap(settle::save)))
                .then();
    }

    /** Words about namesakes are kept with the names that they are about. */
    private Mono<Proposal> said(Evaluation evaluation, Words words) {
        var openness = stripped(words.openness());
        var reason = stripped(words.namesakes());
        return reason == null
                ? Mono.just(new Proposal(words.note(), null, openness))
                : related.of(evaluation)
                        .map(found -> new Proposal(
                                words.note(),
                                found.namesakes().isEmpty() ? null : new Namesakes(found.namesakes(), reason),
                                openness));
    }

    private static @Nullable String stripped(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** The panel, the winner, those who are ranked besides, and how openly it was called. */
    private Mono<Void> mayStand(Evaluation evaluation, List<OpenedBid> bids) {
        var award = Objects.requireNonNull(evaluation.award());
        return related.none(evaluation, award.namesakes()).then(Mono.defer(() -> winner.mayStand(evaluation, bids)));
    }

    public Mono<Void> giveBack(Actor approver, UUID lot, String reason) {
        return transactions.write(evaluations
                .hold(lot)
                .map(evaluation -> evaluation.ofDepartment(approver).returned(approver, reason))
                .flatMap(settle::save)
                .then());
    }

    /**
     * The answer is the notice of the result.
     *
     * @param official of a call above the purchase limit: where the statutory medium published the result
     */
    public Mono<UUID> decide(Actor approver, UUID lot, @Nullable OfficialPublication official) {
        return bids(lot)
                .flatMap(bids -> transactions.write(evaluations
                        .hold(lot)
                        .map(evaluation -> evaluation.ofDepartment(approver))
                        .zipWith(clock.now(), (evaluation, now) -> evaluation.awarded(approver, official, now))
                        .delayUntil(evaluation -> mayStand(evaluation, bids))
                        .flatMap(settle::save)
                        .flatMap(evaluation -> published(approver, evaluation, bids, official))));
    }

    private Mono<List<OpenedBid>> bids(UUID lot) {
        return opened.of(lot).map(OpenedLot::bids).defaultIfEmpty(List.of());
    }

    private Mono<UUID> published(
            Actor approver, Evaluation evaluation, List<OpenedBid> bids, @Nullable OfficialPublication official) {
        var at = Objects.requireNonNull(
                Objects.requireNonNull(evaluation.award()).decidedAt());
        return results.publish(evaluation, at)
                .flatMap(digest -> award(evaluation, bids)
                        .flatMap(award -> outcomes.award(approver, award, official))
                        .delayUntil(notice -> ledger.enter(List.of(entered(evaluation, digest))))
                        .delayUntil(notice -> outbox.append(awarded(evaluation, bids))));
    }

    private Mono<Award> award(Evaluation evaluation, List<OpenedBid> bids) {
        var winner = evaluation.winner();
        var behind = bids.stream()
                .filter(bid -> bid.envelope().equals(winner.id()))
                .flatMap(bid -> bid.actingFor().stream())
                .toList();
        return Mono.zip(
                organizations.find(winner.body()),
                organizations.findAll(behind).collectMap(BodyProfile::id),
                (body, others) -> award(evaluation, body, others));
    }

    /** @param others the groups that a federation names, or the other members of a consortium */
    private static Award award(Evaluation evaluation, BodyProfile body, Map<UUID, BodyProfile> others) {
        var winner = evaluation.winner();
        var members = winner.consortium().stream()
                .map(member -> member(member, member.id().equals(body.id()) ? body : others.get(member.id())))
                .toList();
        var groups = others.values().stream()
                .filter(other -> !winner.isOf(other.id()))
                .map(BodyProfile::name)
                .sorted()
                .toList();
        var ranked = Objects.requireNonNull(evaluation.placing()).ranked();
        var place = evaluation.mustHavePlace(winner.id());
        return new Award(
                evaluation.terms().lot(),
                new Award.Winner(body.id(), winner.name(), body.creditCode(), body.address()),
                place.priceFen(),
                score(evaluation, place.total()),
                evaluation.mustHavePanel().members().stream()
                        .map(member -> new Award.Panelist(member.name(), member.kind() == PoolMember.Kind.INTERNAL))
                        .toList(),
                ranked.stream()
                        .map(one -> new Award.Ranked(
                                one.rank(),
                                evaluation.bid(one.bid()).name(),
                                one.priceFen(),
                                score(evaluation, one.total())))
                        .toList(),
                groups,
                members);
    }

    private static Award.Member member(ConsortiumMember member, @Nullable BodyProfile profile) {
        return new Award.Member(
                member.name(), profile == null ? null : profile.creditCode(), member.work(), member.share());
    }

    private static LotAwarded awarded(Evaluation evaluation, List<OpenedBid> bids) {
        var terms = evaluation.terms();
        // Members of a consortium bid as much as its lead (政府采购法 第24条), groups stand behind a federation.
        var bidders = evaluation.bids().stream().flatMap(Bid::givers).toList();
        var behind = new HashSet<UUID>();
        bids.forEach(bid -> behind.addAll(BehindBid.of(bid.body().id(), bid.actingFor())));
        bidders.forEach(behind::remove);
        return new LotAwarded(
                terms.lot(),
                terms.purchase(),
                terms.title(),
                evaluation.winner().body(),
                evaluation.winner().givers().toList(),
                bidders,
                behind);
    }

    private static @Nullable Integer score(Evaluation evaluation, long hundredths) {
        return evaluation.terms().byScore() ? Integer.valueOf(Math.toIntExact(hundredths)) : null;
    }

    private static Act entered(Evaluation evaluation, String digest) {
        Bid winner = evaluation.winner();
        return new Act(
                Act.Kind.AWARDED,
                evaluation.terms().lot(),
                evaluation.terms().purchase(),
                Map.of(
                        "bid", winner.id().toString(),
                        "priceFen", Objects.requireNonNull(winner.priceFen()),
                        "result", digest));
    }
}
