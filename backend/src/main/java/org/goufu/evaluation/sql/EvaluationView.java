package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Departure;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.Item;
import org.goufu.evaluation.domain.LowPrice;
import org.goufu.evaluation.domain.Namesakes;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.Quorum;
import org.goufu.evaluation.domain.Ranking;
import org.goufu.evaluation.domain.Renewal;
import org.goufu.evaluation.domain.Review;
import org.goufu.kernel.Named;
import org.goufu.matching.Conflict.Rule;
import org.goufu.purchase.Criterion;
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

    /** @param objective every evaluator must find the same points */
    public record ItemView(String name, int weight, Criterion.Kind kind, boolean objective) {
        static ItemView of(Item item) {
            return new ItemView(item.name(), item.weight(), item.kind(), item.objective());
        }
    }

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

    /** Names are for those who organize the evaluation, until the result is public. */
    public record PanelView(
            int round,
            int experts,
            int candidates,
            Instant requestedAt,
            @Nullable Long ledgerSize,
            @Nullable String seed,
            List<MemberView> members,
            List<LeaveView> leaves) {
        static PanelView of(Evaluation evaluation, Set<UUID> signed, Instant now) {
            var panel = evaluation.mustHavePanel();
            var drawn = panel.drawn();
            return new PanelView(
                    panel.round(),
                    panel.experts(),
                    panel.candidates().size(),
                    panel.requestedAt(),
                    drawn == null ? null : drawn.head().size(),
                    drawn == null ? null : drawn.seed(),
                    panel.members().stream()
                            .map(member -> MemberView.of(
                                    member, evaluation.owes(member, signed.contains(member.account()), now)))
                            .toList(),
                    Stream.concat(evaluation.setAside().panels().stream(), Stream.of(panel))
                            .flatMap(one -> one.leaves().stream().map(leave -> LeaveView.of(leave, one, evaluation)))
                            .toList());
        }
    }

    /**
     * @param due whether something is to be done at this step that was not
     * @param excused whether the others decide without
     */
    public record MemberView(
            int seat, String name, PoolMember.Kind kind, boolean declared, boolean due, boolean excused) {
        static MemberView of(Panel.Member member, boolean due) {
            return new MemberView(
                    member.seat(), member.name(), member.kind(), member.declaredAt() != null, due, member.isExcused());
        }
    }

    /**
     * Who left a seat, and what became of it.
     *
     * @param own whether it was the person's own word
     * @param ground what the person said of it, where that was asked; else null
     * @param step at which it was; null where that was not kept
     * @param next who took the seat; null when nobody did
     * @param reviewed whether bids were checked in the seat, which counts no more
     * @param signed how often points were signed in the seat, which count no more
     */
    public record LeaveView(
            int seat,
            String name,
            String reason,
            boolean own,
            Instant at,
            Departure.@Nullable Ground ground,
            @Nullable Phase step,
            @Nullable String next,
            boolean reviewed,
            int signed) {
        static LeaveView of(Panel.Leave leave, Panel panel, Evaluation evaluation) {
            return new LeaveView(
                    leave.seat(),
                    leave.name(),
                    leave.reason(),
                    leave.own(),
                    leave.at(),
                    leave.ground(),
                    leave.step(),
                    panel.nameOf(leave.next()).orElse(null),
                    evaluation.setAside().reviews().stream()
                            .anyMatch(review -> review.account().equals(leave.account())),
                    leave.isExcuse() ? 0 : Objects.requireNonNullElse(leave.signed(), 0));
        }
    }

    /** How many of the panel have done what is to be done. */
    public record Progress(int members, int declared, int reviewed, int signed, int judged) {}

    /** A price that has to be explained. */
    public record InquiryView(
            UUID bid,
            List<LowPrice.Trigger> triggers,
            Instant askedAt,
            Instant answerBy,
            @Nullable String explanation,
            @Nullable Instant explainedAt,
            int votes,
            @Nullable Boolean accepted) {
        static InquiryView of(Inquiry inquiry) {
            return new InquiryView(
                    inquiry.bid(),
                    inquiry.triggers().stream().sorted().toList(),
                    inquiry.askedAt(),
                    inquiry.answerBy(),
                    inquiry.explanation(),
                    inquiry.explainedAt(),
                    inquiry.votes().size(),
                    inquiry.accepted());
        }
    }

    /** A bid in its place; points in hundredths. */
    public record PlaceView(
            int rank,
            UUID bid,
            String name,
            long priceFen,
            long technical,
            long price,
            long total,
            Ranking.@Nullable TieBreak tieBreak) {
        static PlaceView of(Ranking.Ranked one, Evaluation evaluation) {
            return new PlaceView(
                    one.rank(),
                    one.bid(),
                    evaluation.bid(one.bid()).name(),
                    one.priceFen(),
                    one.technical(),
                    one.price(),
                    one.total(),
                    one.tieBreak());
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

    /** Members who have the name of one who speaks for a bidder, and why they are others. */
    public record NamesakesView(List<String> names, String reason) {
        static NamesakesView of(Namesakes found) {
            return new NamesakesView(found.names(), found.reason());
        }
    }

    /**
     * From the proposal to the decision.
     *
     * @param openness why the purchaser did not call openly though it supervises the winner (C07)
     * @param own whether the caller made it: another person decides
     */
    public record ProposalView(
            String proposer,
            Instant proposedAt,
            @Nullable String note,
            @Nullable NamesakesView namesakes,
            @Nullable String openness,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            boolean own) {}

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
                items(evaluation),
                evaluation.bids().stream()
                        .map(bid -> BidView.of(bid, evaluation))
                        .toList(),
                evaluation.panel() == null ? null : PanelView.of(evaluation, signed, now),
                progress(evaluation, signed.size()),
                differing,
                evaluation.inquiries().stream().map(InquiryView::of).toList(),
                ranking(evaluation),
                !evaluation.missedRecusals().isEmpty(),
                evaluation.setAside().renewals().stream().map(RenewalView::of).toList(),
                proposal(evaluation, reader),
                evaluation.returned(),
                evaluation.phase() == Phase.FAILED && Quorum.mayNegotiate(terms.method(), left));
    }

    static List<ItemView> items(Evaluation evaluation) {
        return evaluation.terms().items().stream().map(ItemView::of).toList();
    }

    private static List<PlaceView> ranking(Evaluation evaluation) {
        return evaluation.placing() == null
                ? List.of()
                : evaluation.placing().ranked().stream()
                        .map(one -> PlaceView.of(one, evaluation))
                        .toList();
    }

    private static Progress progress(Evaluation evaluation, int signed) {
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

    private static @Nullable ProposalView proposal(Evaluation evaluation, UUID reader) {
        var award = evaluation.award();
        if (award == null) return null;
        return new ProposalView(
                award.proposer(),
                award.proposedAt(),
                award.note(),
                award.namesakes() == null ? null : NamesakesView.of(award.namesakes()),
                award.openness(),
                award.decider(),
                award.decidedAt(),
                Objects.equals(award.proposerId(), reader));
    }
}
