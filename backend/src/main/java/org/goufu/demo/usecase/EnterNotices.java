package org.goufu.demo.usecase;

import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.ledger.CatchUp;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Enters the province's notices into the ledger, in the order of their publication. */
@Component
class EnterNotices implements DemoStep {
    private final CatchUp earlier;

    EnterNotices(CatchUp earlier) {
        this.earlier = earlier;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return earlier.now(
                done -> progress.report("notices entered", done, plan.scale().notices()));
    }
}
