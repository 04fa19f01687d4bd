package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goufu.evaluation.domain.Bid.Stage;
import org.goufu.evaluation.domain.LowPrice.Trigger;
import org.goufu.evaluation.domain.Ranking.Contender;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one lot's bids: every step has one door, and whoever comes at another time is told which step it is.
 *
 * @param returned why the approver gave the last proposal back; else null
 */
public record Evaluation(
        Terms terms,
        Phase phase,
        List<Bid> bids,
        @Nullable Panel panel,
        Set<UUID> neverAgain,
        List<Review> reviews,
        List<Opinion> opinions,
        List<Inquiry> inquiries,
        @Nullable Placing placing,
        @Nullable Award award,
        @Nullable String returned,
        @Nullable Quorum failure) {

    public Evaluation {
        bids = List.copyOf(bids);
        neverAgain = Set.copyOf(neverAgain);
        reviews = List.copyOf(reviews);
        opinions = List.copyOf(opinions);
        inquiries = List.copyOf(inquiries);
    }

    public static Evaluation begun(Terms terms, Collection<Bid> bids) {
        return new Evaluation(
                terms,
                Phase.FORMING,
                List.copyOf(bids),
                null,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    // ---- the panel

    /** Its candidates are fixed; who sits is not known to anybody yet. */
    public Evaluation requested(UUID draw, PanelWish wish, Instant now) {
        must(Phase.FORMING);
        int round = panel == null ? 1 : panel.round() + 1;
        return copy(Phase.FORMING, bids).panel(Panel.requested(draw, round, wish, now));
    }

    public Evaluation drawn(Panel.Drawn result, Panel.Names names) {
        must(Phase.FORMING);
        return copy(Phase.DECLARING, bids).panel(mustHavePanel().drawn(result, names));
    }

    /** 实施条例 第9条: no relation to a bidder within three years, by one's own word. */
    public Evaluation declared(UUID account, Instant now) {
        must(Phase.DECLARING);
        var member = member(account);
        if (member.declaredAt() != null) throw EvaluationProblem.ALREADY_DECLARED.raise();
        var declared = mustHavePanel().declared(account, now);
        return copy(declared.hasDeclared() ? firstCheck() : Phase.DECLARING, bids)
                .panel(declared);
    }

    /** The next in the drawn order takes the seat; when nobody is left, the experts are drawn anew from others. */
    public Evaluation left(UUID account, String reason, boolean own, Instant now, Panel.Names names) {
        must(Phase.DECLARING);
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        var after = mustHavePanel().left(member(account), reason, own, now, names);
        var barred = new HashSet<>(neverAgain);
        after.leaves().forEach(leave -> barred.add(leave.account()));
        if (!after.isFull()) return copy(Phase.FORMING, bids).panel(after).barring(barred);
        return copy(after.hasDeclared() ? firstCheck() : Phase.DECLARING, bids)
                .panel(after)
                .barring(barred);
    }

    private Phase firstCheck() {
        return terms.departmentQualifies() ? Phase.QUALIFYING : Phase.REVIEWING;
    }

    // ---- the checks

    public Evaluation qualified(Actor officer, List<Ballot> ballots, Instant now) {
        must(Phase.QUALIFYING);
        Review.mustBeWhole(ballots, bids, EnumSet.of(Check.QUALIFICATION));
        var review = new Review(officer.accountId(), officer.displayName(), ballots, now);
        var left = excluding(List.of(review), Check.QUALIFICATION, bids);
        return afterCheck(left, Phase.REVIEWING).reviewed(List.of(review));
    }

    public Evaluation reviewed(UUID account, List<Ballot> ballots, Instant now) {
        must(Phase.REVIEWING);
        var member = member(account);
        if (reviews.stream().anyMatch(one -> one.account().equals(account))) {
            throw EvaluationProblem.ALREADY_GIVEN.raise();
        }
        Review.mustBeWhole(ballots, bids, panelChecks());
        var all = new ArrayList<>(reviews);
        all.add(new Review(account, member.name(), ballots, now));
        var ofPanel = all.stream()
                .filter(one -> mustHavePanel().member(one.account()).isPresent())
                .toList();
        if (ofPanel.size() < mustHavePanel().members().size()) return reviewed(all);
        var left = bids;
        for (var check : panelChecks()) left = excluding(ofPanel, check, left);
        return afterCheck(left, terms.byScore() ? Phase.SCORING : Phase.AWAITING_PRICES)
                .reviewed(all);
    }

    public Set<Check> panelChecks() {
        return terms.departmentQualifies() ? EnumSet.of(Check.COMPLIANCE) : EnumSet.allOf(Check.class);
    }

    /** The majority decides; a panel is of an odd number, so there always is one. */
    private static List<Bid> excluding(List<Review> reviews, Check check, List<Bid> bids) {
        return bids.stream()
                .map(bid -> {
                    var against = reviews.stream()
                            .flatMap(review -> review.ballots().stream())
                            .filter(one -> one.bid().equals(bid.id()) && one.check() == check && !one.passed())
                            .toList();
                    return against.size() * 2 > reviews.size() ? bid.excluded(check.stage(), reasons(against)) : bid;
                })
                .toList();
    }

    private static String reasons(List<Ballot> ballots) {
        return String.join(
                "；",
                ballots.stream()
                        .map(one -> one.reason() == null ? "" : one.reason().strip())
                        .distinct()
                        .toList());
    }

    private Evaluation afterCheck(List<Bid> left, Phase next) {
        var quorum = Quorum.of(terms.method(), terms.least(), (int)
                left.stream().filter(Bid::counts).count());
        return quorum == Quorum.GO_ON
                ? copy(next, left)
                : copy(Phase.FAILED, left).failed(quorum);
    }

    // ---- scores

    /** Empty when the objective points of all agree, and everything goes on; else where they do not. */
    public Set<Sheet.Cell> differing(Collection<Sheet> signed) {
        must(Phase.SCORING);
        return Sheet.differing(signed, terms);
    }

    public Evaluation scored() {
        must(Phase.SCORING);
        return copy(Phase.AWAITING_PRICES, bids);
    }

    // ---- prices

    /** @param fallen bids that do not count since their prices were opened, each with the reason as the opening recorded it */
    public Evaluation priced(Map<UUID, Long> prices, Map<UUID, String> fallen, Instant now) {
        must(Phase.AWAITING_PRICES);
        var priced = bids.stream()
                .map(bid -> withinCeiling(bid.priced(prices.get(bid.id()))))
                .map(bid -> opened(bid, fallen.get(bid.id())))
                .toList();
        var next = afterCheck(priced, Phase.PRICING);
        if (next.phase != Phase.PRICING) return next;
        var asked = LowPrice.triggered(next.pricesThatCount(), terms.ceilingFen(), terms.ratios()).entrySet().stream()
                .map(entry -> Inquiry.asked(entry.getKey(), entry.getValue(), now))
                .toList();
        return next.inquiring(asked);
    }

    private Bid withinCeiling(Bid bid) {
        boolean above = bid.priceFen() != null && bid.priceFen() > terms.ceilingFen();
        return above ? bid.excluded(Stage.CEILING, "报价超过最高限价") : bid;
    }

    private static Bid opened(Bid bid, @Nullable String fallen) {
        if (fallen != null) return bid.excluded(Stage.OPENING, fallen);
        return bid.priceFen() == null ? bid.excluded(Stage.OPENING, "报价未能开启") : bid;
    }

    private Map<UUID, Long> pricesThatCount() {
        var prices = new HashMap<UUID, Long>();
        bids.stream().filter(Bid::counts).forEach(bid -> prices.put(bid.id(), Objects.requireNonNull(bid.priceFen())));
        return prices;
    }

    /** Case (d): a price that most of the panel thinks too low must be explained like the others. */
    public Evaluation judged(Opinion opinion, Instant now) {
        must(Phase.PRICING);
        member(opinion.account());
        if (opinions.stream().anyMatch(one -> one.account().equals(opinion.account()))) {
            throw EvaluationProblem.ALREADY_GIVEN.raise();
        }
        opinion.doubts().forEach(doubt -> {
            mustCount(doubt.bid());
            if (doubt.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        });
        var all = new ArrayList<>(opinions);
        all.add(opinion);
        var next = copy(Phase.PRICING, bids).judged(all);
        return all.size() < mustHavePanel().members().size() ? next : next.doubted(now);
    }

    private Evaluation doubted(Instant now) {
        var asked = new ArrayList<>(inquiries);
        for (var bid : bids) {
            long doubts = opinions.stream()
                    .flatMap(
                            one -> one.doubts().stream().map(Opinion.Doubt::bid).distinct())
                    .filter(bid.id()::equals)
                    .count();
            boolean already = asked.stream().anyMatch(one -> one.bid().equals(bid.id()));
            if (bid.counts() && !already && doubts >= mustHavePanel().majority()) {
                asked.add(Inquiry.asked(bid.id(), Set.of(Trigger.D), now));
            }
        }
        return inquiring(asked);
    }

    public Evaluation explained(UUID bid, String text, Instant now) {
        must(Phase.PRICING);
        return inquiring(changed(bid, inquiry -> inquiry.explained(text, now)));
    }

    public Evaluation voted(UUID bid, Inquiry.Vote vote, Instant now) {
        must(Phase.PRICING);
        member(vote.account());
        int majority = mustHavePanel().majority();
        var next = inquiring(changed(bid, inquiry -> inquiry.voted(vote, majority, now)));
        var left = next.bids.stream().map(next::unlessTooLow).toList();
        return next.afterCheck(left, Phase.PRICING);
    }

    private Bid unlessTooLow(Bid bid) {
        return inquiries.stream()
                .filter(one -> one.bid().equals(bid.id()) && Boolean.FALSE.equals(one.accepted()))
                .findFirst()
                .map(one -> bid.excluded(Stage.LOW_PRICE, one.grounds()))
                .orElse(bid);
    }

    private List<Inquiry> changed(UUID bid, UnaryOperator<Inquiry> change) {
        if (inquiries.stream().noneMatch(one -> one.bid().equals(bid))) throw EvaluationProblem.NOT_ASKED.raise();
        return inquiries.stream()
                .map(one -> one.bid().equals(bid) ? change.apply(one) : one)
                .toList();
    }

    /** Whether everybody has spoken about the prices and every question is answered. */
    public boolean readyToRank() {
        return phase == Phase.PRICING
                && opinions.size() == mustHavePanel().members().size()
                && inquiries.stream().allMatch(Inquiry::isDecided);
    }

    /** Whether the next step is nobody's. */
    public boolean goesOnByItself() {
        return phase == Phase.AWAITING_PRICES || readyToRank();
    }

    /** @param head a signed head of the ledger that was not known while anybody could still change points or prices */
    public Evaluation ranked(Collection<Sheet> sheets, Head head) {
        if (!readyToRank()) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        var contenders = bids.stream()
                .filter(Bid::counts)
                .map(bid -> new Contender(
                        bid.id(),
                        Objects.requireNonNull(bid.priceFen()),
                        terms.byScore() ? Sheet.mean(sheets, bid.id()) : 0))
                .toList();
        return copy(Phase.RANKED, bids)
                .placed(new Placing(Ranking.of(terms.method(), terms.priceWeight(), contenders, tieSeed(head)), head));
    }

    private String tieSeed(Head head) {
        return Draw.seed("tie", terms.lot(), 1, head.root());
    }

    // ---- the award

    /**
     * Who may not be awarded any more leaves its place to the next candidate, in their order (实施条例 第43条), while enough are left (domain.md
     * 1.7.3). Places and points stay as they are.
     */
    public Evaluation passedOver(String reason) {
        must(Phase.RANKED);
        var out = winner().id();
        if (mustHavePlace(out).rank() >= Ranking.CANDIDATES) throw EvaluationProblem.LAST_CANDIDATE.raise();
        var left = bids.stream()
                .map(bid -> bid.id().equals(out) ? bid.excluded(Stage.AWARD, reason) : bid)
                .toList();
        return afterCheck(left, Phase.RANKED).awarding(null, null);
    }

    /** Whoever is first is proposed: the law leaves no choice among the candidates (实施条例 第43条). */
    public Evaluation proposed(Actor officer, @Nullable String note, Instant now) {
        must(Phase.RANKED);
        return copy(Phase.PROPOSED, bids)
                .awarding(new Award(officer.accountId(), officer.displayName(), now, note, null, null, null), null);
    }

    public Evaluation returned(Actor approver, String reason) {
        must(Phase.PROPOSED);
        mustBeAnother(approver);
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        return copy(Phase.RANKED, bids).awarding(null, reason.strip());
    }

    public Evaluation awarded(Actor approver, Instant now) {
        must(Phase.PROPOSED);
        var proposal = mustBeAnother(approver);
        return copy(Phase.AWARDED, bids)
                .awarding(
                        new Award(
                                proposal.proposerId(),
                                proposal.proposer(),
                                proposal.proposedAt(),
                                proposal.note(),
                                approver.accountId(),
                                approver.displayName(),
                                now),
                        null);
    }

    private Award mustBeAnother(Actor approver) {
        var proposal = Objects.requireNonNull(award);
        if (proposal.proposerId().equals(approver.accountId())) throw EvaluationProblem.OWN_PROPOSAL.raise();
        return proposal;
    }

    // ---- who and what

    /** Fails with {@code evaluation/not-found} for another department's people. */
    public Evaluation ofDepartment(Actor actor) {
        if (!terms.department().equals(actor.departmentId())) throw EvaluationProblem.NOT_FOUND.raise();
        return this;
    }

    /** Fails with {@code evaluation/not-found} for who has no seat. */
    public Panel.Member member(UUID account) {
        return mustHavePanel().member(account).orElseThrow(EvaluationProblem.NOT_FOUND::raise);
    }

    public Panel mustHavePanel() {
        if (panel == null) throw EvaluationProblem.NOT_FOUND.raise();
        return panel;
    }

    public Bid bid(UUID id) {
        return bids.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_FOUND::raise);
    }

    /** The first that was not passed over. */
    public Bid winner() {
        return Objects.requireNonNull(placing).ranked().stream()
                .map(place -> bid(place.bid()))
                .filter(Bid::counts)
                .findFirst()
                .orElseThrow();
    }

    public Ranking.Ranked mustHavePlace(UUID bid) {
        return Objects.requireNonNull(placing).of(bid).orElseThrow();
    }

    private void mustCount(UUID bid) {
        if (!bid(bid).counts()) throw EvaluationProblem.NOT_FOUND.raise();
    }

    /** Fails with {@code evaluation/not-now} at any other step. */
    public void must(Phase wanted) {
        if (phase != wanted) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
    }

    // ---- the same with one part changed

    private Evaluation copy(Phase next, List<Bid> bidsNow) {
        return new Evaluation(
                terms,
                next,
                bidsNow,
                panel,
                neverAgain,
                reviews,
                opinions,
                inquiries,
                placing,
                award,
                returned,
                failure);
    }

    private Evaluation panel(Panel now) {
        return new Evaluation(
                terms, phase, bids, now, neverAgain, reviews, opinions, inquiries, placing, award, returned, failure);
    }

    private Evaluation barring(Set<UUID> now) {
        return new Evaluation(
                terms, phase, bids, panel, now, reviews, opinions, inquiries, placing, award, returned, failure);
    }

    private Evaluation reviewed(List<Review> now) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, now, opinions, inquiries, placing, award, returned, failure);
    }

    private Evaluation judged(List<Opinion> now) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, reviews, now, inquiries, placing, award, returned, failure);
    }

    private Evaluation inquiring(List<Inquiry> now) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, reviews, opinions, now, placing, award, returned, failure);
    }

    private Evaluation placed(Placing now) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, reviews, opinions, inquiries, now, award, returned, failure);
    }

    private Evaluation awarding(@Nullable Award now, @Nullable String why) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, reviews, opinions, inquiries, placing, now, why, failure);
    }

    private Evaluation failed(Quorum why) {
        return new Evaluation(
                terms, phase, bids, panel, neverAgain, reviews, opinions, inquiries, placing, award, returned, why);
    }
}
