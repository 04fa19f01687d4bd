package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.Quorum;
import org.goufu.evaluation.domain.Renewal;
import org.goufu.evaluation.domain.Review;
import org.goufu.kernel.Named;
import org.goufu.matching.Conflict.Rule;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as the purchaser and those who supervise follow it: how far it is, and no points before all have signed.
 *
 * @param least how many bids must count
 * @param recusalMissed whether somebody of the panel told of a relation to a bidder when points had been revealed: nothing is awarded on what
 *     it found
 * @param renewals panels that ended because of it
 * @param differing whether objective points did not agree and are being looked at again
 * @param departmentQualifies whether the purchaser, and not the panel, checks qualifications
 */
public record EvaluationView(
        UUID lotId,
        UUID purchaseId,
        UUID noticeId,
        String title,
        String noticeTitle,
        Named department,
        ProcurementMethod method,
        Phase phase,
        boolean staged,
        boolean departmentQualifies,
        long ceilingFen,
        int least,
        List<ItemView> items,
        List<BidView> bids,
        @Nullable PanelView panel,
        Progress progress,
        boolean differing,
        List<InquiryView> inquiries,
        List<PlaceView> ranking,
        boolean recusalMissed,
        List<RenewalView> renewals,
        @Nullable ProposalView proposal,
        @Nullable String returned,
        boolean mayNegotiate) {

    /**
     * A bid on its way.
     *
     * @param priceFen null until prices may be seen
     * @param declared the conflicts that its bidder declared (domain.md 2.5)
     * @param judgements what was found about them, once all who check have found
     */
    public record BidView(
            UUID id,
            Named body,
            Instant acceptedAt,
            @Nullable Long priceFen,
            Bid.@Nullable Stage excludedAt,
            @Nullable String reason,
            List<Rule> declared,
            List<JudgementView> judgements) {
        static BidView of(Bid bid, Evaluation evaluation) {
            var fallen = bid.exclusion();
            return new BidView(
                    bid.id(),
                    new Named(bid.body(), bid.name()),
                    bid.acceptedAt(),
                    bid.priceFen(),
                    fallen == null ? null : fallen.stage(),
                    fallen == null ? null : fallen.reason(),
                    bid.declared(),
                    isChecking(evaluation.phase())
                            ? List.of()
                            : evaluation.reviews().stream()
                                    .flatMap(review -> review.ballots().stream())
                                    .filter(ballot -> ballot.bid().equals(bid.id()))
                                    .flatMap(ballot -> ballot.judgements().stream())
                                    .map(JudgementView::of)
                                    .toList());
        }

        private static boolean isChecking(Phase phase) {
            return phase == Phase.QUALIFYING || phase == Phase.REVIEWING;
        }
    }

    /** @param bars whether the bidder may not take part because of it */
    public record JudgementView(Rule rule, boolean bars, String reason) {
        static JudgementView of(Review.Judgement one) {
            return new JudgementView(one.rule(), one.bars(), one.reason());
        }
    }

    /** How many of the panel have done what is to be done. */
    public record Progress(int members, int declared, int reviewed, int signed, int judged) {
        static Progress of(Evaluation evaluation, int signed) {
            var panel = evaluation.panel();
            if (panel == null) return new Progress(0, 0, 0, 0, 0);
            int declared = (int) panel.members().stream()
                    .filter(member -> member.declaredAt() != null)
                    .count();
            int reviewed = (int) evaluation.reviews().stream()
                    .filter(review -> panel.member(review.account()).isPresent())
                    .count();
            return new Progress(
                    panel.members().size(),
                    declared,
                    reviewed,
                    signed,
                    evaluation.opinions().size());
        }
    }

    /**
     * A panel that ended when its points had been revealed, for a member was related to a bidder.
     *
     * @param by who ended it
     * @param found on what it rests
     */
    public record RenewalView(int round, String by, String reason, List<String> found, Instant at) {
        static RenewalView of(Renewal one) {
            return new RenewalView(one.round(), one.name(), one.reason(), one.found(), one.at());
        }
    }

    /** @param signed whose sheets are */
    static EvaluationView of(Evaluation evaluation, Set<UUID> signed, boolean differing, UUID reader, Instant now) {
        var terms = evaluation.terms();
        int left = (int) evaluation.bids().stream().filter(Bid::counts).count();
        return new EvaluationView(
                terms.lot(),
                terms.purchase(),
                terms.notice(),
                terms.title(),
                terms.noticeTitle(),
                new Named(terms.department(), terms.departmentName()),
                terms.method(),
                evaluation.phase(),
                terms.staged(),
                terms.departmentQualifies(),
                terms.ceilingFen(),
                terms.least(),
                ItemView.all(evaluation),
                evaluation.bids().stream()
                        .map(bid -> BidView.of(bid, evaluation))
                        .toList(),
                evaluation.panel() == null ? null : PanelView.of(evaluation, signed, now),
                Progress.of(evaluation, signed.size()),
                differing,
                evaluation.inquiries().stream().map(InquiryView::of).toList(),
                PlaceView.all(evaluation),
                !evaluation.missedRecusals().isEmpty(),
                evaluation.setAside().renewals().stream().map(RenewalView::of).toList(),
                ProposalView.of(evaluation, reader),
                evaluation.returned(),
                evaluation.phase() == Phase.FAILED && Quorum.mayNegotiate(terms.method(), left));
    }
}
