package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.Bid.Stage;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.kernel.Actor;
import org.goufu.purchase.Statutory.OfficialPublication;
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
        if (isBeingDrawn()) throw notNow();
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
        return new Seats(this).declared(account, now);
    }

    /** Somebody leaves the seat: to the next in the drawn order, or, once points are revealed, to nobody (decision 0036). */
    public Evaluation left(UUID account, Departure why, Panel.Names names) {
        return new Seats(this).left(account, why, names);
    }

    /**
     * Whether something is to be done at this step by somebody who has not done it.
     *
     * @param signed whether his or her sheet is
     */
    public boolean owes(Panel.Member member, boolean signed, Instant now) {
        return new Seats(this).owes(member, signed, now);
    }

    /** Relations that members told too late. */
    public List<Panel.Leave> missedRecusals() {
        return panel == null ? List.of() : panel.missedRecusals();
    }

    /**
     * A panel with a member who should have stood back is formed anew, when points and perhaps prices are known.
     *
     * @param found who is related to whom; fails with {@code evaluation/panel-stands} when nobody is
     */
    public Evaluation renewed(Actor officer, String reason, List<String> found, Instant now) {
        if (!phase.excuses()) throw notNow();
        return new FormedAnew(this).renewed(Renewal.of(this, officer, reason, found, now));
    }

    /** Under what the ledger knows that the points are revealed: the lot, or the draw of a panel that was formed anew since. */
    public UUID revealing() {
        return setAside.renewals().isEmpty() ? terms.lot() : mustHavePanel().draw();
    }

    // ---- the checks

    public Evaluation qualified(Actor officer, List<Ballot> ballots, Instant now) {
        must(Phase.QUALIFYING);
        var checks = Checks.of(this).qualified(new Review(officer.accountId(), officer.displayName(), ballots, now));
        return afterCheck(checks.bids(), Phase.REVIEWING)
                .reviews(checks.reviews())
                .done();
    }

    /** Also while others score, by whoever took a seat late: then the majority is counted anew. */
    public Evaluation reviewed(UUID account, List<Ballot> ballots, Instant now) {
        if (phase != Phase.SCORING) must(Phase.REVIEWING);
        var review = new Review(account, deciding(account).name(), ballots, now);
        var checks = Checks.of(this).reviewed(review, mustHavePanel());
        if (!checks.areGiven(mustHavePanel()))
            return but().reviews(checks.reviews()).done();
        return afterCheck(checks.bids(), terms.byScore() ? Phase.SCORING : Phase.AWAITING_PRICES)
                .reviews(checks.reviews())
                .done();
    }

    /** The bids that somebody of the panel is to check. */
    public List<Bid> asTheyCameToThePanel() {
        return Checks.of(this).asTheyCameToThePanel();
    }

    public Set<Check> panelChecks() {
        return Checks.ofPanel(terms);
    }

    // ---- scores

    /** Who scores now; fails with {@code evaluation/review-first} for a member who took the seat late and has not checked the bids. */
    public Panel.Member scoring(UUID account) {
        var member = deciding(account);
        must(Phase.SCORING);
        if (!Checks.of(this).hasReviewed(account)) throw EvaluationProblem.REVIEW_FIRST.raise();
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
        var next = afterCheck(priced, Phase.PRICING).done();
        if (next.phase != Phase.PRICING) return next;
        return next.but().inquiries(Pricing.asked(priced, terms, now)).done();
    }

    public Evaluation judged(Opinion opinion, Instant now) {
        must(Phase.PRICING);
        deciding(opinion.account());
        return after(Pricing.of(this).judged(opinion, now));
    }

    public Evaluation explained(UUID bid, String text, Instant now) {
        must(Phase.PRICING);
        return after(Pricing.of(this).explained(bid, text, now));
    }

    public Evaluation voted(UUID bid, Inquiry.Vote vote, Instant now) {
        must(Phase.PRICING);
        deciding(vote.account());
        return after(Pricing.of(this).voted(bid, vote, now));
    }

    /** Somebody of the panel is not waited for any more. */
    Evaluation heard(Instant now) {
        return after(Pricing.of(this).heard(now));
    }

    private Evaluation after(Pricing pricing) {
        return afterCheck(pricing.left(), Phase.PRICING)
                .opinions(pricing.opinions())
                .inquiries(pricing.inquiries())
                .done();
    }

    /** Whether everybody has spoken about the prices and every question is answered. */
    public boolean readyToRank() {
        return phase == Phase.PRICING && Pricing.of(this).isOver();
    }

    /** Whether the next step is nobody's. */
    public boolean goesOnByItself() {
        return phase == Phase.AWAITING_PRICES || readyToRank();
    }

    /** @param head a signed head of the ledger that was not known while anybody could still change points or prices */
    public Evaluation ranked(Collection<Sheet> sheets, Head head) {
        if (!readyToRank()) throw notNow();
        return at(Phase.RANKED).placing(Placing.of(terms, bids, sheets, head)).done();
    }

    // ---- the award

    /**
     * Who may not be awarded any more leaves its place to the next candidate, in their order (实施条例 第43条), while enough are left (domain.md
     * 1.7.3).
     */
    public Evaluation passedOver(String reason) {
        must(Phase.RANKED);
        var next = inConflict(Map.of(winner().id(), reason));
        // Candidates in between may have fallen out for a conflict: whoever is ranked behind the third never becomes
        // one.
        boolean isCandidate = next.phase != Phase.RANKED
                || next.mustHavePlace(next.winner().id()).rank() <= Ranking.CANDIDATES;
        if (!isCandidate) throw EvaluationProblem.LAST_CANDIDATE.raise();
        return next;
    }

    /**
     * Bids that are in conflict with others count no more (domain.md 2.5), the winner's apart, which is passed over. Places and points stay as
     * they are.
     *
     * @param reasons of each bid that falls
     */
    public Evaluation inConflict(Map<UUID, String> reasons) {
        must(Phase.RANKED);
        var left = bids.stream()
                .map(bid -> reasons.containsKey(bid.id()) ? bid.excluded(Stage.AWARD, reasons.get(bid.id())) : bid)
                .toList();
        return afterCheck(left, Phase.RANKED).award(null, null).done();
    }

    /** Whoever is first is proposed: the law leaves no choice among the candidates (实施条例 第43条). */
    public Evaluation proposed(Actor officer, Proposal said, Instant now) {
        must(Phase.RANKED);
        return at(Phase.PROPOSED)
                .award(Award.proposed(officer, said, now), null)
                .done();
    }

    public Evaluation returned(Actor approver, String reason) {
        mustHaveProposal().mustBeAnothers(approver);
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        return at(Phase.RANKED).award(null, reason.strip()).done();
    }

    /** @param official of a call above the purchase limit: where the statutory medium published the result */
    public Evaluation awarded(Actor approver, @Nullable OfficialPublication official, Instant now) {
        var decided = mustHaveProposal().decided(approver, official, now);
        return at(Phase.AWARDED).award(decided, null).done();
    }

    private Award mustHaveProposal() {
        must(Phase.PROPOSED);
        return Objects.requireNonNull(award);
    }

    /** The department terminated the lot; nothing changes when it was over before. */
    public Evaluation terminated() {
        return phase.isOver() ? this : at(Phase.ENDED).done();
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

    /** Whether somebody may know what bids say as one of the panel: after declaring to be unrelated, and while having a say in it. */
    public boolean isReadBy(UUID account) {
        return panel != null
                && phase != Phase.FORMING
                && panel.member(account).filter(Panel.Member::readsBids).isPresent();
    }

    /** Who takes part in what the panel finds now; nobody of one that is most of a panel no more (87号令 第67条). */
    private Panel.Member deciding(UUID account) {
        var member = member(account);
        if (phase == Phase.ENDED) throw notNow();
        if (member.declaredAt() == null) throw EvaluationProblem.DECLARE_FIRST.raise();
        if (member.isExcused()) throw EvaluationProblem.EXCUSED.raise();
        if (!mustHavePanel().decides()) throw EvaluationProblem.PANEL_GONE.raise();
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

    /** Fails with {@code evaluation/not-now} at any other step, with {@code evaluation/lot-over} once the lot was terminated. */
    public void must(Phase wanted) {
        if (phase != wanted) throw notNow();
    }

    RuntimeException notNow() {
        return phase == Phase.ENDED
                ? EvaluationProblem.LOT_OVER.raise()
                : EvaluationProblem.NOT_NOW.raise(phase.ordinal());
    }

    // ---- the same with parts changed

    EvaluationDraft but() {
        return new EvaluationDraft(this);
    }

    private EvaluationDraft at(Phase next) {
        return but().at(next);
    }

    /** Whenever bids fell, it only goes on with as many as the method asks for. */
    private EvaluationDraft afterCheck(List<Bid> left, Phase next) {
        int counting = (int) left.stream().filter(Bid::counts).count();
        var quorum = Quorum.of(terms.method(), terms.least(), counting);
        var after = but().bids(left);
        return quorum == Quorum.GO_ON ? after.at(next) : after.at(Phase.FAILED).failure(quorum);
    }
}
