package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goufu.evaluation.domain.LowPrice.Trigger;

/** Prices are known: what the panel thinks of them, and what bidders were asked and answered (财库〔2026〕2号; domain.md 1.7.5). */
record Pricing(Panel panel, List<Bid> bids, List<Opinion> opinions, List<Inquiry> inquiries) {

    static Pricing of(Evaluation evaluation) {
        return new Pricing(
                evaluation.mustHavePanel(), evaluation.bids(), evaluation.opinions(), evaluation.inquiries());
    }

    /** Cases (a) to (c): what the numbers alone ask about. */
    static List<Inquiry> asked(List<Bid> bids, Terms terms, Instant now) {
        var prices = new HashMap<UUID, Long>();
        bids.stream().filter(Bid::counts).forEach(bid -> prices.put(bid.id(), Objects.requireNonNull(bid.priceFen())));
        return LowPrice.triggered(prices, terms.ceilingFen(), terms.ratios()).entrySet().stream()
                .map(entry -> Inquiry.asked(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    /** Case (d): a price that most of the panel thinks too low must be explained like the others. */
    Pricing judged(Opinion opinion, Instant now) {
        if (hasSpoken(opinion.account())) throw EvaluationProblem.ALREADY_GIVEN.raise();
        opinion.doubts().forEach(this::mustBeFounded);
        var all = new ArrayList<>(opinions);
        all.add(opinion);
        return new Pricing(panel, bids, all, inquiries).doubted(now);
    }

    private void mustBeFounded(Opinion.Doubt doubt) {
        boolean counts = bids.stream().anyMatch(bid -> bid.id().equals(doubt.bid()) && bid.counts());
        if (!counts) throw EvaluationProblem.NOT_FOUND.raise();
        if (doubt.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
    }

    /** Once all have spoken. */
    private Pricing doubted(Instant now) {
        if (!allHaveSpoken()) return this;
        var asked = new ArrayList<>(inquiries);
        for (var bid : bids) {
            boolean already = asked.stream().anyMatch(one -> one.bid().equals(bid.id()));
            if (bid.counts() && !already && doubts(bid) * 2 > opinions.size()) {
                asked.add(Inquiry.asked(bid.id(), Set.of(Trigger.D), now));
            }
        }
        return with(asked);
    }

    private long doubts(Bid bid) {
        return opinions.stream()
                .filter(one ->
                        one.doubts().stream().anyMatch(doubt -> doubt.bid().equals(bid.id())))
                .count();
    }

    /** By its bidder. */
    Pricing explained(UUID bid, String text, Instant now) {
        return changed(bid, inquiry -> inquiry.explained(text, now));
    }

    Pricing voted(UUID bid, Inquiry.Vote vote, Instant now) {
        return changed(bid, inquiry -> {
            int deciders = deciders(inquiry);
            return inquiry.voted(vote, deciders / 2 + 1, now).counted(deciders, now);
        });
    }

    private Pricing changed(UUID bid, UnaryOperator<Inquiry> change) {
        if (inquiries.stream().noneMatch(one -> one.bid().equals(bid))) throw EvaluationProblem.NOT_ASKED.raise();
        return with(inquiries.stream()
                .map(one -> one.bid().equals(bid) ? change.apply(one) : one)
                .toList());
    }

    /** What follows when somebody is not waited for any more. */
    Pricing heard(Instant now) {
        var next = doubted(now);
        return next.with(next.inquiries.stream()
                .map(one -> one.counted(deciders(one), now))
                .toList());
    }

    /** What was said before being excused counts. */
    private int deciders(Inquiry inquiry) {
        return (int) panel.members().stream()
                .filter(one -> !one.isExcused() || inquiry.hasVoteOf(one.account()))
                .count();
    }

    /** Without those that are too low, and not explained. */
    List<Bid> left() {
        return bids.stream().map(this::unlessTooLow).toList();
    }

    private Bid unlessTooLow(Bid bid) {
        return inquiries.stream()
                .filter(one -> one.bid().equals(bid.id()) && Boolean.FALSE.equals(one.accepted()))
                .findFirst()
                .map(one -> bid.excluded(Bid.Stage.LOW_PRICE, one.grounds()))
                .orElse(bid);
    }

    /** Whether most of the panel are left, all of them have spoken, and every question is answered: nobody is no panel (domain.md 1.7.1). */
    boolean isOver() {
        return panel.decides() && allHaveSpoken() && inquiries.stream().allMatch(Inquiry::isDecided);
    }

    private boolean allHaveSpoken() {
        return panel.deciding().allMatch(one -> hasSpoken(one.account()));
    }

    private boolean hasSpoken(UUID account) {
        return opinions.stream().anyMatch(one -> one.account().equals(account));
    }

    boolean waitsFor(UUID account, Instant now) {
        return !hasSpoken(account) || inquiries.stream().anyMatch(one -> one.waitsFor(account, now));
    }

    private Pricing with(List<Inquiry> now) {
        return new Pricing(panel, bids, opinions, now);
    }
}
