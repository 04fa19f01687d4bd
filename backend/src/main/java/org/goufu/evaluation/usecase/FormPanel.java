package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.domain.Draw;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Head;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.PanelRules;
import org.goufu.evaluation.domain.PanelWish;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.SignedHeads;
import org.goufu.ledger.SignedHeads.SignedHead;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Thresholds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fixes the candidates and enters them into the ledger; then draws from a head of it that was signed afterwards (decision 0028).
 *
 * <p>Where the second half fails, the same act again brings it to its end: what was fixed stays.
 */
@Component
public class FormPanel {
    private final BeginEvaluation begin;
    private final Evaluations evaluations;
    private final Settle settle;
    private final Pool pool;
    private final Candidates candidates;
    private final Thresholds thresholds;
    private final Ledger ledger;
    private final SignedHeads heads;
    private final BusinessClock clock;
    private final Transactions transactions;

    FormPanel(
            BeginEvaluation begin,
            Evaluations evaluations,
            Settle settle,
            Pool pool,
            Candidates candidates,
            Thresholds thresholds,
            Ledger ledger,
            SignedHeads heads,
            BusinessClock clock,
            Transactions transactions) {
        this.begin = begin;
        this.evaluations = evaluations;
        this.settle = settle;
        this.pool = pool;
        this.candidates = candidates;
        this.thresholds = thresholds;
        this.ledger = ledger;
        this.heads = heads;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What an officer asks for.
     *
     * @param experts how many are drawn
     * @param weighty technically complex, or of large social impact
     * @param representatives whom the purchaser names
     */
    public record Asked(int experts, boolean weighty, List<UUID> representatives) {
        public Asked {
            representatives = List.copyOf(representatives);
        }
    }

    public Mono<Void> by(Actor actor, UUID lot, Asked asked) {
        return begin.of(lot)
                .then(evaluations.get(lot))
                .map(evaluation -> evaluation.ofDepartment(actor))
                .doOnNext(evaluation -> evaluation.must(Phase.FORMING))
                .flatMap(evaluation -> evaluation.isBeingDrawn() ? Mono.just(evaluation) : request(evaluation, asked))
                .flatMap(this::draw);
    }

    private Mono<Evaluation> request(Evaluation evaluation, Asked asked) {
        return clock.today()
                .flatMap(
                        today -> candidates.of(evaluation, today).map(choice -> wish(evaluation, asked, choice, today)))
                .zipWith(clock.now())
                .flatMap(both -> transactions.write(request(evaluation.terms().lot(), both.getT1(), both.getT2())));
    }

    private Mono<Evaluation> request(UUID lot, PanelWish wish, Instant now) {
        return evaluations
                .hold(lot)
                .map(evaluation -> evaluation.requested(Ids.next(), wish, now))
                .flatMap(settle::save)
                .delayUntil(evaluation -> clock.today()
                        .flatMap(
                                today -> ledger.enter(List.of(entered(evaluation, openTenderFen(evaluation, today))))));
    }

    private long openTenderFen(Evaluation evaluation, LocalDate today) {
        return thresholds.openTender(evaluation.terms().regionCode(), today).amountFen();
    }

    /** With what the size of the panel follows from and no notice says. */
    private static Act entered(Evaluation evaluation, long openTenderFen) {
        var panel = evaluation.mustHavePanel();
        return new Act(
                Act.Kind.DRAW_REQUESTED,
                panel.draw(),
                evaluation.terms().purchase(),
                Map.of(
                        "lot", evaluation.terms().lot().toString(),
                        "round", panel.round(),
                        "experts", panel.experts(),
                        "seats", panel.experts() + panel.representatives().size(),
                        "weighty", panel.weighty(),
                        "openTenderFen", openTenderFen,
                        "candidates", Draw.digest(panel.candidates())));
    }

    private PanelWish wish(Evaluation evaluation, Asked asked, Candidates.Choice choice, LocalDate today) {
        mustBeLawful(evaluation, asked, today);
        if (choice.experts().size() < asked.experts()) {
            throw EvaluationProblem.POOL_TOO_SMALL.raise(choice.experts().size());
        }
        return new PanelWish(
                asked.experts(),
                asked.weighty(),
                choice.experts().stream().map(PoolMember::account).toList(),
                seats(evaluation, asked, choice, today));
    }

    private void mustBeLawful(Evaluation evaluation, Asked asked, LocalDate today) {
        var terms = evaluation.terms();
        var problems = PanelRules.check(PanelRules.Wanted.of(
                terms,
                openTenderFen(evaluation, today),
                asked.weighty(),
                asked.experts(),
                asked.representatives().size()));
        if (!problems.isEmpty()) throw EvaluationProblem.PANEL_UNLAWFUL.raise(problems);
    }

    private static List<Panel.Member> seats(
            Evaluation evaluation, Asked asked, Candidates.Choice choice, LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        var seats = new ArrayList<Panel.Member>();
        for (int i = 0; i < asked.representatives().size(); i++) {
            var account = asked.representatives().get(i);
            var found = choice.named().stream()
                    .filter(one -> one.account().equals(account) && mayRepresent(one, evaluation))
                    .findFirst();
            boolean twice = asked.representatives().indexOf(account) < i;
            if (found.isEmpty() || twice)
                problems.add(FieldProblem.of("/representatives/" + i, "representative-of-another"));
            else if (choice.concerned().excludes(found.get(), today)) {
                problems.add(FieldProblem.of("/representatives/" + i, "representative-related"));
            } else {
                var one = found.get();
                seats.add(Panel.Member.seated(i + 1, one.account(), one.name(), one.kind()));
            }
        }
        if (!problems.isEmpty()) throw EvaluationProblem.REPRESENTATIVE_REFUSED.raise(problems);
        return seats;
    }

    /** Its own people, and residents of the place; nobody who left a seat already. */
    static boolean mayRepresent(PoolMember one, Evaluation evaluation) {
        if (evaluation.neverAgain().contains(one.account())) return false;
        return switch (one.kind()) {
            case EXPERT -> false;
            case INTERNAL -> one.isOf(evaluation.terms().department());
            case RESIDENT ->
                new RegionCode(one.regionCode())
                        .touches(new RegionCode(evaluation.terms().regionCode()));
        };
    }

    private Mono<Void> draw(Evaluation evaluation) {
        var panel = evaluation.mustHavePanel();
        return Mono.zip(
                        heads.after(Act.Kind.DRAW_REQUESTED, panel.draw()),
                        pool.find(panel.candidates()).collectMap(PoolMember::account, PoolMember::name))
                .flatMap(both ->
                        transactions.write(drawn(evaluation.terms().lot(), panel.draw(), both.getT1(), both.getT2())));
    }

    private Mono<Void> drawn(UUID lot, UUID draw, SignedHead head, Map<UUID, String> names) {
        return evaluations
                .hold(lot)
                .filter(evaluation -> evaluation.isBeingDrawn()
                        && evaluation.mustHavePanel().draw().equals(draw))
                .map(evaluation ->
                        evaluation.drawn(result(evaluation, head), account -> names.getOrDefault(account, "")))
                .flatMap(settle::save)
                .then();
    }

    private static Panel.Drawn result(Evaluation evaluation, SignedHead head) {
        var panel = evaluation.mustHavePanel();
        var seed = Draw.seed("panel", evaluation.terms().lot(), panel.round(), head.root());
        return new Panel.Drawn(new Head(head.size(), head.root()), seed, Draw.order(panel.candidates(), seed));
    }
}
