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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.goufu.evaluation.domain.Bid.Stage;
import org.goufu.evaluation.domain.Departure.Ground;
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
 * @param setAside nothing in an evaluation of before seats could change hands after the declarations
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
        @Nullable Quorum failure,
        SetAside setAside) {

    public Evaluation {
        setAside = Objects.requireNonNullElse(setAside, SetAside.NOTHING);
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
                null,
                SetAside.NOTHING);
    }

    // ---- the panel

    /**
     * Its candidates are fixed; who sits is not known to anybody yet. Who asks again while a draw is under way gets no other one: from the
     * head of the ledger that decides it, anybody could know what this one comes to (decision 0028).
     */
    public Evaluation requested(UUID draw, PanelWish wish, Instant now) {
        must(Phase.FORMING);
        if (isBeingDrawn()) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        if (panel == null)
            return but().panel(Panel.requested(draw, 1, wish, now)).done();
        return but().setAside(setAside.and(panel))
                .panel(Panel.requested(draw, panel.round() + 1, wish, now))
                .done();
    }

    /** Whether candidates are fixed of whom none was drawn yet. */
    public boolean isBeingDrawn() {
        return panel != null && panel.drawn() == null;
    }

    public Evaluation drawn(Panel.Drawn result, Panel.Names names) {
        must(Phase.FORMING);
        return at(Phase.DECLARING).panel(mustHavePanel().drawn(result, names)).done();
    }

    /** 实施条例 第9条: no relation to a bidder within three years, by one's own word. Whoever takes a seat late does so, too. */
    public Evaluation declared(UUID account, Instant now) {
        if (!phase.passesSeatsOn()) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        if (member(account).declaredAt() != null) throw EvaluationProblem.ALREADY_DECLARED.raise();
        var declared = mustHavePanel().declared(account, now);
        return at(phase == Phase.DECLARING && declared.hasDeclared() ? firstCheck() : phase)
                .panel(declared)
                .done();
    }

    /** What the purchaser found stands also when the panel was formed anew. */
    private Phase firstCheck() {
        return terms.departmentQualifies() && reviews.isEmpty() ? Phase.QUALIFYING : Phase.REVIEWING;
    }

    /** Somebody leaves the seat: to the next in the drawn order, or, once points are revealed, to nobody (decision 0036). */
    public Evaluation left(UUID account, Departure why, Panel.Names names) {
        if (!phase.passesSeatsOn() && !phase.excuses()) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        var member = member(account);
        if (why.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        if (member.isExcused()) throw EvaluationProblem.EXCUSED.raise();
        if (!why.own() && phase != Phase.DECLARING && !owes(member, why.sheet().signed(), why.at())) {
            throw EvaluationProblem.PART_DONE.raise();
        }
        if (phase.passesSeatsOn()) return passedOn(member, why, names);
        if (phase.isAfterThePanel() && why.ground() != Ground.RELATED) {
            throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        }
        var after = but().panel(mustHavePanel().excused(member, why, phase)).done();
        return phase == Phase.PRICING && after.mustHavePanel().decides() ? after.heard(why.at()) : after;
    }

    /** Relations that members told when points had been revealed: on what such a panel found nothing is awarded (87号令 第67条). */
    public List<Panel.Leave> missedRecusals() {
        return panel == null
                ? List.of()
                : panel.leaves().stream().filter(Panel.Leave::isMissedRecusal).toList();
    }

    /**
     * A panel with a member who should have stood back is formed anew, when points and perhaps prices are known (87号令 第67条; decision 0038).
     * Nobody who knows them sits again, and nothing that the panel found counts.
     *
     * @param found who is related to whom; fails with {@code evaluation/panel-stands} when nobody is
     */
    public Evaluation renewed(Actor officer, String reason, List<String> found, Instant now) {
        if (!phase.excuses()) throw EvaluationProblem.NOT_NOW.raise(phase.ordinal());
        if (found.isEmpty()) throw EvaluationProblem.PANEL_STANDS.raise();
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        var ended = mustHavePanel();
        var renewal = new Renewal(
                ended.round(),
                officer.accountId(),
                officer.displayName(),
                reason.strip(),
                found,
                now,
                opinions,
                inquiries,
                placing);
        var barred = new HashSet<>(neverAgain);
        barred.addAll(ended.everSeated());
        return at(Phase.FORMING)
                .bids(asTheyCameToThePanel().stream()
                        .map(bid -> bid.fellAt(Stage.LOW_PRICE) ? bid.restored() : bid)
                        .map(Bid::unpriced)
                        .toList())
                .neverAgain(barred)
                .setAside(setAside.and(renewal))
                .opinions(List.of())
                .inquiries(List.of())
                .placing(null)
                .award(null, null)
                .done()
                .withoutReviews(review -> !isThePurchasers(review));
    }

    /** Under what the ledger knows that the points are revealed: the lot, or the draw of a panel that was formed anew since. */
    public UUID revealing() {
        return setAside.renewals().isEmpty() ? terms.lot() : mustHavePanel().draw();
    }

    private Evaluation passedOn(Panel.Member member, Departure why, Panel.Names names) {
        var after = mustHavePanel().left(member, why, phase, names);
        var barred = new HashSet<>(neverAgain);
        barred.add(member.account());
        var next = but().panel(after)
                .neverAgain(barred)
                .done()
                .withoutReviews(review -> review.account().equals(member.account()));
        return after.isFull() ? next : next.dissolved();
    }

    /** 87号令 第49条: a panel that cannot be filled up is formed anew, and nothing that it found counts. */
    private Evaluation dissolved() {
        return at(Phase.FORMING).bids(asTheyCameToThePanel()).done().withoutReviews(review -> !isThePurchasers(review));
    }

    private boolean isThePurchasers(Review review) {
        return terms.departmentQualifies()
                && review.ballots().stream().allMatch(ballot -> ballot.check() == Check.QUALIFICATION);
    }

    private Evaluation withoutReviews(Predicate<Review> which) {
        return but().setAside(setAside.and(reviews.stream().filter(which).toList()))
                .reviews(reviews.stream().filter(which.negate()).toList())
                .done();
    }

    /**
     * Whether something is to be done at this step by somebody who has not done it.
     *
     * @param signed whether his or her sheet is
     */
    public boolean owes(Panel.Member member, boolean signed, Instant now) {
        return !member.isExcused()
                && switch (phase) {
                    case DECLARING, QUALIFYING -> member.declaredAt() == null;
                    case REVIEWING -> !hasReviewed(member.account());
                    case SCORING -> !signed;
                    case PRICING ->
                        !hasSpoken(member.account())
                                || inquiries.stream().anyMatch(one -> one.waitsFor(member.account(), now));
                    default -> false;
                };
    }

    private boolean hasReviewed(UUID account) {
        return reviews.stream().anyMatch(one -> one.account().equals(account));
    }

    private boolean hasSpoken(UUID account) {
        return opinions.stream().anyMatch(one -> one.account().equals(account));
    }

    // ---- the checks

    public Evaluation qualified(Actor officer, List<Ballot> ballots, Instant now) {
        must(Phase.QUALIFYING);
        Review.mustBeWhole(ballots, bids, EnumSet.of(Check.QUALIFICATION));
        var review = new Review(officer.accountId(), officer.displayName(), ballots, now);
        var left = Review.excluding(List.of(review), Check.QUALIFICATION, bids);
        return afterCheck(left, Phase.REVIEWING).but().reviews(List.of(review)).done();
    }

    /** Also while others score, by whoever took a seat late: then the majority is counted anew. */
    public Evaluation reviewed(UUID account, List<Ballot> ballots, Instant now) {
        if (phase != Phase.SCORING) must(Phase.REVIEWING);
        var member = deciding(account);
        if (hasReviewed(account)) throw EvaluationProblem.ALREADY_GIVEN.raise();
        var checked = asTheyCameToThePanel();
        Review.mustBeWhole(ballots, checked, panelChecks());
        var all = new ArrayList<>(reviews);
        all.add(new Review(account, member.name(), ballots, now));
        var ofPanel = all.stream()
                .filter(one -> mustHavePanel().member(one.account()).isPresent())
                .toList();
        if (ofPanel.size() < mustHavePanel().members().size())
            return but().reviews(all).done();
        var left = checked;
        for (var check : panelChecks()) left = Review.excluding(ofPanel, check, left);
        return afterCheck(left, terms.byScore() ? Phase.SCORING : Phase.AWAITING_PRICES)
                .but()
                .reviews(all)
                .done();
    }

    /** The bids that somebody of the panel is to check: all that the purchaser and the opening left. */
    public List<Bid> asTheyCameToThePanel() {
        var stages = panelChecks().stream().map(Check::stage).toList();
        return bids.stream()
                .map(bid -> stages.stream().anyMatch(bid::fellAt) ? bid.restored() : bid)
                .toList();
    }

    public Set<Check> panelChecks() {
        return terms.departmentQualifies() ? EnumSet.of(Check.COMPLIANCE) : EnumSet.allOf(Check.class);
    }

    private Evaluation afterCheck(List<Bid> left, Phase next) {
        var quorum = Quorum.of(terms.method(), terms.least(), (int)
                left.stream().filter(Bid::counts).count());
        var after = but().bids(left);
        return quorum == Quorum.GO_ON
                ? after.at(next).done()
                : after.at(Phase.FAILED).failure(quorum).done();
    }

    // ---- scores

    /** Who scores now; fails with {@code evaluation/review-first} for a member who took the seat late and has not checked the bids. */
    public Panel.Member scoring(UUID account) {
        var member = deciding(account);
        must(Phase.SCORING);
        if (!hasReviewed(account)) throw EvaluationProblem.REVIEW_FIRST.raise();
        return member;
    }

    /** Empty when the objective points of all agree, and everything goes on; else where they do not. */
    public Set<Sheet.Cell> differing(Collection<Sheet> signed) {
        must(Phase.SCORING);
        return Sheet.differing(signed, terms);
    }

    public Evaluation scored() {
        must(Phase.SCORING);
        return at(Phase.AWAITING_PRICES).done();
    }

    // ---- prices

    /** @param fallen bids that do not count since their prices were opened, each with the reason as the opening recorded it */
    public Evaluation priced(Map<UUID, Long> prices, Map<UUID, String> fallen, Instant now) {
        must(Phase.AWAITING_PRICES);
        var priced = bids.stream()
                .map(bid -> bid.priced(prices.get(bid.id()), terms.ceilingFen(), fallen.get(bid.id())))
                .toList();
        var next = afterCheck(priced, Phase.PRICING);
        if (next.phase != Phase.PRICING) return next;
        var asked = LowPrice.triggered(next.pricesThatCount(), terms.ceilingFen(), terms.ratios()).entrySet().stream()
                .map(entry -> Inquiry.asked(entry.getKey(), entry.getValue(), now))
                .toList();
        return next.but().inquiries(asked).done();
    }

    private Map<UUID, Long> pricesThatCount() {
        var prices = new HashMap<UUID, Long>();
        bids.stream().filter(Bid::counts).forEach(bid -> prices.put(bid.id(), Objects.requireNonNull(bid.priceFen())));
        return prices;
    }

    /** Case (d): a price that most of the panel thinks too low must be explained like the others. */
    public Evaluation judged(Opinion opinion, Instant now) {
        must(Phase.PRICING);
        if (hasSpoken(deciding(opinion.account()).account())) throw EvaluationProblem.ALREADY_GIVEN.raise();
        opinion.doubts().forEach(doubt -> {
            mustCount(doubt.bid());
            if (doubt.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        });
        var all = new ArrayList<>(opinions);
        all.add(opinion);
        var next = but().opinions(all).done();
        return next.allHaveSpoken() ? next.doubted(now) : next;
    }

    private boolean allHaveSpoken() {
        return mustHavePanel().deciding().allMatch(one -> hasSpoken(one.account()));
    }

    /** What follows when somebody is not waited for any more. */
    private Evaluation heard(Instant now) {
        var next = allHaveSpoken() ? doubted(now) : this;
        return next.but()
                .inquiries(next.inquiries.stream()
                        .map(one -> one.counted(deciders(one)))
                        .toList())
                .done()
                .withoutTooLow();
    }

    /** What was said before being excused counts. */
    private int deciders(Inquiry inquiry) {
        return (int) mustHavePanel().members().stream()
                .filter(one -> !one.isExcused() || inquiry.hasVoteOf(one.account()))
                .count();
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
            if (bid.counts() && !already && doubts * 2 > opinions.size()) {
                asked.add(Inquiry.asked(bid.id(), Set.of(Trigger.D), now));
            }
        }
        return but().inquiries(asked).done();
    }

    public Evaluation explained(UUID bid, String text, Instant now) {
        must(Phase.PRICING);
        return changed(bid, inquiry -> inquiry.explained(text, now));
    }

    public Evaluation voted(UUID bid, Inquiry.Vote vote, Instant now) {
        must(Phase.PRICING);
        deciding(vote.account());
        return changed(bid, inquiry -> {
                    int deciders = deciders(inquiry);
                    return inquiry.voted(vote, deciders / 2 + 1, now).counted(deciders);
                })
                .withoutTooLow();
    }

    private Evaluation withoutTooLow() {
        return afterCheck(bids.stream().map(this::unlessTooLow).toList(), Phase.PRICING);
    }

    private Bid unlessTooLow(Bid bid) {
        return inquiries.stream()
                .filter(one -> one.bid().equals(bid.id()) && Boolean.FALSE.equals(one.accepted()))
                .findFirst()
                .map(one -> bid.excluded(Stage.LOW_PRICE, one.grounds()))
                .orElse(bid);
    }

    private Evaluation changed(UUID bid, UnaryOperator<Inquiry> change) {
        if (inquiries.stream().noneMatch(one -> one.bid().equals(bid))) throw EvaluationProblem.NOT_ASKED.raise();
        return but().inquiries(inquiries.stream()
                        .map(one -> one.bid().equals(bid) ? change.apply(one) : one)
                        .toList())
                .done();
    }

    /** Whether everybody has spoken about the prices and every question is answered. */
    public boolean readyToRank() {
        return phase == Phase.PRICING && allHaveSpoken() && inquiries.stream().allMatch(Inquiry::isDecided);
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
        var ranked = Ranking.of(terms.method(), terms.priceWeight(), contenders, tieSeed(head));
        return at(Phase.RANKED).placing(new Placing(ranked, head)).done();
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
        return afterCheck(left, Phase.RANKED).but().award(null, null).done();
    }

    /**
     * Bids that are in conflict with others count no more (domain.md 2.5), the winner's apart, which is passed over. Places and points stay as
     * they are here, too.
     *
     * @param reasons of each bid that falls
     */
    public Evaluation inConflict(Map<UUID, String> reasons) {
        must(Phase.RANKED);
        var left = bids.stream()
                .map(bid -> reasons.containsKey(bid.id()) ? bid.excluded(Stage.AWARD, reasons.get(bid.id())) : bid)
                .toList();
        return afterCheck(left, Phase.RANKED).but().award(null, null).done();
    }

    /** Whoever is first is proposed: the law leaves no choice among the candidates (实施条例 第43条). */
    public Evaluation proposed(Actor officer, Proposal said, Instant now) {
        must(Phase.RANKED);
        return at(Phase.PROPOSED)
                .award(
                        new Award(
                                officer.accountId(),
                                officer.displayName(),
                                now,
                                said.note(),
                                said.namesakes(),
                                said.openness(),
                                null,
                                null,
                                null),
                        null)
                .done();
    }

    public Evaluation returned(Actor approver, String reason) {
        must(Phase.PROPOSED);
        mustBeAnother(approver);
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        return at(Phase.RANKED).award(null, reason.strip()).done();
    }

    public Evaluation awarded(Actor approver, Instant now) {
        must(Phase.PROPOSED);
        var proposal = mustBeAnother(approver);
        return at(Phase.AWARDED)
                .award(
                        new Award(
                                proposal.proposerId(),
                                proposal.proposer(),
                                proposal.proposedAt(),
                                proposal.note(),
                                proposal.namesakes(),
                                proposal.openness(),
                                approver.accountId(),
                                approver.displayName(),
                                now),
                        null)
                .done();
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

    /** Who takes part in what the panel finds now. */
    private Panel.Member deciding(UUID account) {
        var member = member(account);
        if (member.declaredAt() == null) throw EvaluationProblem.DECLARE_FIRST.raise();
        if (member.isExcused()) throw EvaluationProblem.EXCUSED.raise();
        return member;
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

    // ---- the same with parts changed

    private EvaluationDraft but() {
        return new EvaluationDraft(this);
    }

    private EvaluationDraft at(Phase next) {
        return but().at(next);
    }
}
