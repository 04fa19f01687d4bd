package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.Review.Check;

/** What was found of bids before anything was scored, by the purchaser and by the panel (资格审查, 符合性审查). */
record Checks(Terms terms, List<Bid> bids, List<Review> reviews) {

    static Checks of(Evaluation evaluation) {
        return new Checks(evaluation.terms(), evaluation.bids(), evaluation.reviews());
    }

    /** 87号令 第44条: in a tender qualifications are the purchaser's. */
    static Set<Check> ofPanel(Terms terms) {
        return terms.departmentQualifies() ? EnumSet.of(Check.COMPLIANCE) : EnumSet.allOf(Check.class);
    }

    /** What the purchaser found stands also when the panel was formed anew. */
    Phase first() {
        return terms.departmentQualifies() && reviews.isEmpty() ? Phase.QUALIFYING : Phase.REVIEWING;
    }

    boolean isByPurchaser(Review review) {
        return terms.departmentQualifies()
                && review.ballots().stream().allMatch(ballot -> ballot.check() == Check.QUALIFICATION);
    }

    boolean hasReviewed(UUID account) {
        return reviews.stream().anyMatch(one -> one.account().equals(account));
    }

    /** All that the purchaser and the opening left. */
    List<Bid> asTheyCameToThePanel() {
        var stages = ofPanel(terms).stream().map(Check::stage).toList();
        return bids.stream()
                .map(bid -> stages.stream().anyMatch(bid::fellAt) ? bid.restored() : bid)
                .toList();
    }

    Checks qualified(Review review) {
        Review.mustBeWhole(review.ballots(), bids, EnumSet.of(Check.QUALIFICATION));
        var only = List.of(review);
        return new Checks(terms, Review.excluding(only, Check.QUALIFICATION, bids), only);
    }

    /** Nothing falls before the whole panel has found. */
    Checks reviewed(Review review, Panel panel) {
        if (hasReviewed(review.account())) throw EvaluationProblem.ALREADY_GIVEN.raise();
        Review.mustBeWhole(review.ballots(), asTheyCameToThePanel(), ofPanel(terms));
        var all = new ArrayList<>(reviews);
        all.add(review);
        var next = new Checks(terms, bids, all);
        return next.areGiven(panel) ? next.counted(panel) : next;
    }

    boolean areGiven(Panel panel) {
        return by(panel).size() >= panel.members().size();
    }

    private Checks counted(Panel panel) {
        var left = asTheyCameToThePanel();
        for (var check : ofPanel(terms)) left = Review.excluding(by(panel), check, left);
        return new Checks(terms, left, reviews);
    }

    private List<Review> by(Panel panel) {
        return reviews.stream()
                .filter(one -> panel.member(one.account()).isPresent())
                .toList();
    }
}
