package org.goufu.evaluation.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An evaluation of which some parts change, and all others stay. */
final class EvaluationDraft {
    private final Evaluation before;
    private Phase phase;
    private List<Bid> bids;
    private @Nullable Panel panel;
    private Set<UUID> neverAgain;
    private List<Review> reviews;
    private List<Opinion> opinions;
    private List<Inquiry> inquiries;
    private @Nullable Placing placing;
    private @Nullable Award award;
    private @Nullable String returned;
    private @Nullable Quorum failure;
    private SetAside setAside;

    EvaluationDraft(Evaluation before) {
        this.before = before;
        this.phase = before.phase();
        this.bids = before.bids();
        this.panel = before.panel();
        this.neverAgain = before.neverAgain();
        this.reviews = before.reviews();
        this.opinions = before.opinions();
        this.inquiries = before.inquiries();
        this.placing = before.placing();
        this.award = before.award();
        this.returned = before.returned();
        this.failure = before.failure();
        this.setAside = before.setAside();
    }

    EvaluationDraft at(Phase next) {
        phase = next;
        return this;
    }

    EvaluationDraft bids(List<Bid> now) {
        bids = now;
        return this;
    }

    EvaluationDraft panel(Panel now) {
        panel = now;
        return this;
    }

    EvaluationDraft neverAgain(Set<UUID> now) {
        neverAgain = now;
        return this;
    }

    EvaluationDraft reviews(List<Review> now) {
        reviews = now;
        return this;
    }

    /** They stay on record, and count no more. */
    EvaluationDraft withoutReviews(Predicate<Review> which) {
        setAside = setAside.and(reviews.stream().filter(which).toList());
        reviews = reviews.stream().filter(which.negate()).toList();
        return this;
    }

    EvaluationDraft opinions(List<Opinion> now) {
        opinions = now;
        return this;
    }

    EvaluationDraft inquiries(List<Inquiry> now) {
        inquiries = now;
        return this;
    }

    EvaluationDraft placing(@Nullable Placing now) {
        placing = now;
        return this;
    }

    /** @param why a proposal was given back; null when none was since */
    EvaluationDraft award(@Nullable Award now, @Nullable String why) {
        award = now;
        returned = why;
        return this;
    }

    EvaluationDraft failure(Quorum why) {
        failure = why;
        return this;
    }

    EvaluationDraft setAside(SetAside now) {
        setAside = now;
        return this;
    }

    Evaluation done() {
        return new Evaluation(
                before.terms(),
                phase,
                bids,
                panel,
                neverAgain,
                reviews,
                opinions,
                inquiries,
                placing,
                award,
                returned,
                failure,
                setAside);
    }
}
