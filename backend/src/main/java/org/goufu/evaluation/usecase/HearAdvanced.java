package org.goufu.evaluation.usecase;

import java.util.List;
import org.goufu.evaluation.EvaluationAdvanced;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the step that nobody has to take, however the request ended that led to it. */
@Component
class HearAdvanced implements EventHandler<EvaluationAdvanced> {
    private final PassOn passOn;

    HearAdvanced(PassOn passOn) {
        this.passOn = passOn;
    }

    @Override
    public String name() {
        return "evaluation.advanced";
    }

    @Override
    public Class<EvaluationAdvanced> type() {
        return EvaluationAdvanced.class;
    }

    @Override
    public Mono<Void> handle(List<EvaluationAdvanced> events) {
        return Flux.fromIterable(events)
                .map(EvaluationAdvanced::lot)
                .distinct()
                .concatMap(passOn::of)
                .then();
    }
}
