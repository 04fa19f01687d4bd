package org.goufu.evaluation.usecase;

import java.util.List;
import org.goufu.bidding.BidsOpened;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that bids were opened: the evaluation begins, or goes on with the prices. */
@Component
class HearOpened implements EventHandler<BidsOpened> {
    private final BeginEvaluation begin;
    private final FollowPrices prices;

    HearOpened(BeginEvaluation begin, FollowPrices prices) {
        this.begin = begin;
        this.prices = prices;
    }

    @Override
    public String name() {
        return "evaluation.bids-opened";
    }

    @Override
    public Class<BidsOpened> type() {
        return BidsOpened.class;
    }

    @Override
    public Mono<Void> handle(List<BidsOpened> events) {
        return Flux.fromIterable(events)
                .concatMap(event ->
                        begin.of(event.lot()).then(prices.of(event.lot())).onErrorComplete(HearOpened::isOver))
                .then();
    }

    /** A lot that was terminated while it was opened is not evaluated. */
    private static boolean isOver(Throwable failure) {
        return failure instanceof ProblemException refusal && refusal.problem() == EvaluationProblem.LOT_OVER;
    }
}
