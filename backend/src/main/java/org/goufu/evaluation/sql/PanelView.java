package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.Departure;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.PoolMember;
import org.jspecify.annotations.Nullable;

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
                        .map(member ->
                                MemberView.of(member, evaluation.owes(member, signed.contains(member.account()), now)))
                        .toList(),
                Stream.concat(evaluation.setAside().panels().stream(), Stream.of(panel))
                        .flatMap(one -> one.leaves().stream().map(leave -> LeaveView.of(leave, one, evaluation)))
                        .toList());
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
}
