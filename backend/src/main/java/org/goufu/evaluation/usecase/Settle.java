package org.goufu.evaluation.usecase;

import org.goufu.bidding.PriceStage;
import org.goufu.evaluation.EvaluationAdvanced;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Quorum;
import org.goufu.evaluation.domain.Steps;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.TerminationReason;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Saves an evaluation together with what its new step means: who is told, what follows by itself, prices may be opened, the purchase comes
 * to nothing.
 */
@Component
class Settle {
    private final Evaluations evaluations;
    private final PriceStage stage;
    private final Outcomes outcomes;
    private final Outbox outbox;

    Settle(Evaluations evaluations, PriceStage stage, Outcomes outcomes, Outbox outbox) {
        this.evaluations = evaluations;
        this.stage = stage;
        this.outcomes = outcomes;
        this.outbox = outbox;
    }

    /** In the caller's transaction. */
    Mono<Evaluation> save(Evaluation evaluation) {
        return evaluations
                .save(evaluation)
                .flatMap(before -> outbox.appendAll(Steps.between(before, evaluation)))
                .then(Mono.defer(() -> advance(evaluation)))
                .then(Mono.defer(() -> elsewhere(evaluation)))
                .thenReturn(evaluation);
    }

    private Mono<Void> advance(Evaluation evaluation) {
        return evaluation.goesOnByItself()
                ? outbox.append(new EvaluationAdvanced(evaluation.terms().lot()))
                : Mono.empty();
    }

    private Mono<Void> elsewhere(Evaluation evaluation) {
        return switch (evaluation.phase()) {
            case AWAITING_PRICES -> stage.allowPrices(evaluation.terms().lot());
            case FAILED ->
                outcomes.prepareTermination(
                        evaluation.terms().lot(), TerminationReason.LESS_THAN_THREE, explanation(evaluation));
            default -> Mono.empty();
        };
    }

    /** As the form N07 says it (domain.md 1.7.3). */
    private static String explanation(Evaluation evaluation) {
        var method = evaluation.terms().method();
        int left = (int) evaluation.bids().stream().filter(Bid::counts).count();
        var said = "经审查，有效响应文件 %d 份，不足 %d 份。".formatted(left, evaluation.terms().least());
        return Quorum.mayNegotiate(method, left) ? said + "经财政部门批准，可以与两家供应商进行竞争性谈判（财政部令第87号第四十三条）。" : said;
    }
}
