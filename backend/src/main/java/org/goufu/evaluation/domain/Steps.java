package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.evaluation.EvaluationNews.What;
import org.jspecify.annotations.Nullable;

/** What is told to whom when an evaluation has gone on: who is to do something now, and who asked for what was done. */
public final class Steps {
    private final Evaluation before;
    private final Evaluation after;
    private final List<EvaluationNews> news = new ArrayList<>();

    private Steps(Evaluation before, Evaluation after) {
        this.before = before;
        this.after = after;
    }

    public static List<EvaluationNews> between(Evaluation before, Evaluation after) {
        var steps = new Steps(before, after);
        steps.seated();
        steps.left();
        steps.recounted();
        steps.inquired();
        if (before.phase() != after.phase()) steps.entered();
        return List.copyOf(steps.news);
    }

    /** Everybody who has a seat and had none: drawn, named, or the next in the order. */
    private void seated() {
        var had = new HashSet<>(before.panel() == null ? List.of() : accounts(before.panel()));
        if (after.panel() == null) return;
        var fresh = accounts(after.panel()).stream()
                .filter(one -> !had.contains(one))
                .toList();
        if (!fresh.isEmpty()) tell(What.DRAWN, after.panel().draw(), fresh);
    }

    private void left() {
        if (after.panel() == null) return;
        int known = isSamePanel() ? before.mustHavePanel().leaves().size() : 0;
        after.panel().leaves().stream().skip(known).forEach(this::left);
    }

    private boolean isSamePanel() {
        return before.panel() != null
                && before.panel().draw().equals(after.mustHavePanel().draw());
    }

    private void left(Panel.Leave leave) {
        var recipient = leave.own() ? after.terms().department() : leave.account();
        var what = leave.own() ? ownWord(leave) : What.RELEASED;
        news.add(of(after.terms(), what, leave.at(), List.of(recipient), null, leave.reason()));
    }

    private static What ownWord(Panel.Leave leave) {
        if (leave.isMissedRecusal()) return What.RECUSAL_MISSED;
        return leave.isExcuse() ? What.MEMBER_EXCUSED : What.SEAT_LEFT;
    }

    /** While bids are scored. */
    private void recounted() {
        if (before.phase() != Phase.SCORING || after.phase() != Phase.SCORING) return;
        if (!counting(before).equals(counting(after))) {
            tell(What.BIDS_CHANGED, after.reviews().getLast().at(), panel());
        }
    }

    private static List<UUID> counting(Evaluation evaluation) {
        return evaluation.bids().stream().filter(Bid::counts).map(Bid::id).toList();
    }

    private void inquired() {
        for (var inquiry : after.inquiries()) {
            var earlier = before.inquiries().stream()
                    .filter(one -> one.bid().equals(inquiry.bid()))
                    .findFirst();
            if (earlier.isEmpty()) {
                var bidder = after.bid(inquiry.bid()).body();
                var asked = inquiry.bid() + "/" + inquiry.askedAt();
                news.add(of(after.terms(), What.EXPLANATION_DUE, asked, List.of(bidder), inquiry.answerBy(), null));
            } else if (earlier.get().explanation() == null && inquiry.explanation() != null) {
                tell(What.EXPLAINED, inquiry.bid(), panel());
            }
        }
    }

    private void entered() {
        switch (after.phase()) {
            case FORMING -> dissolved(round());
            case QUALIFYING -> department(What.QUALIFICATION_DUE, round());
            case REVIEWING -> tell(What.REVIEW_DUE, round(), panel());
            case SCORING -> tell(What.SCORES_DUE, round(), panel());
            case AWAITING_PRICES -> pricesAwaited();
            case PRICING -> tell(What.PRICES_KNOWN, "", panel());
            case RANKED -> ranked();
            case PROPOSED -> department(What.DECISION_DUE, proposal(after).proposedAt());
            case AWARDED -> proposer(What.DECIDED, null);
            case FAILED -> failed();
            case ENDED -> ended();
            case DECLARING -> {}
        }
    }

    /** What comes again with a panel that is formed anew is told again; prices are opened once. */
    private UUID round() {
        return after.mustHavePanel().draw();
    }

    private void dissolved(UUID draw) {
        department(What.DRAW_AGAIN, draw);
        if (!panel().isEmpty()) tell(What.DISSOLVED, draw, panel());
    }

    /** Where all parts were opened together, or prices are known, these are taken over at once. */
    private void pricesAwaited() {
        if (!after.terms().staged() || knowsPrices()) return;
        department(What.PRICES_DUE, "");
        if (after.terms().byScore()) tell(What.REVEALED, "", panel());
    }

    /** Those of a panel that was formed anew when they had been opened already. */
    private boolean knowsPrices() {
        return after.setAside().renewals().stream().anyMatch(Renewal::knewPrices);
    }

    private void ranked() {
        if (before.phase() == Phase.PROPOSED) proposer(What.RETURNED, after.returned());
        else department(What.PROPOSAL_DUE, round());
    }

    /** Members of a consortium bid as much as its lead (政府采购法 第24条). */
    private void failed() {
        department(What.FAILED, "");
        var bidders = after.bids().stream().flatMap(Bid::givers).distinct().toList();
        tell(What.ENDED, "", bidders);
        var groups = after.bids().stream()
                .flatMap(bid -> bid.behind().stream())
                .filter(one -> !bidders.contains(one))
                .distinct()
                .toList();
        if (!groups.isEmpty()) tell(What.PART_ENDED, "", groups);
    }

    /** Whoever terminated the lot knows it, and bidders are told of the notice. */
    private void ended() {
        if (after.panel() != null && !panel().isEmpty()) tell(What.TERMINATED, "", panel());
    }

    private void proposer(What what, @Nullable String words) {
        var proposal = proposal(before);
        news.add(of(after.terms(), what, proposal.proposedAt(), List.of(proposal.proposerId()), null, words));
    }

    private static Award proposal(Evaluation evaluation) {
        return Objects.requireNonNull(evaluation.award());
    }

    private List<UUID> panel() {
        return accounts(after.mustHavePanel());
    }

    private static List<UUID> accounts(Panel panel) {
        return panel.members().stream().map(Panel.Member::account).toList();
    }

    private void department(What what, Object one) {
        tell(what, one, List.of(after.terms().department()));
    }

    private void tell(What what, Object one, Collection<UUID> recipients) {
        news.add(of(after.terms(), what, one, recipients, null, null));
    }

    /** The bidder's time to explain is over: those who decide find about its price as it is. */
    public static EvaluationNews unexplained(Evaluation evaluation, UUID bid, Instant askedAt) {
        var deciding =
                evaluation.mustHavePanel().deciding().map(Panel.Member::account).toList();
        return of(evaluation.terms(), What.UNEXPLAINED, bid + "/" + askedAt, deciding, null, null);
    }

    /** @param one tells this time from others, where it can happen more than once */
    public static EvaluationNews of(
            Terms terms,
            What what,
            Object one,
            Collection<UUID> recipients,
            @Nullable Instant time,
            @Nullable String words) {
        return new EvaluationNews(
                "%s/%s/%s".formatted(what, terms.lot(), one),
                terms.lot(),
                terms.purchase(),
                terms.title(),
                what,
                recipients,
                time,
                words);
    }
}
