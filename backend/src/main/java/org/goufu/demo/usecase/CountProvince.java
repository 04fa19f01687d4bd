package org.goufu.demo.usecase;

import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.opendata.IndicatorRecount;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the province, so that its indicators stand when the platform is ready. */
@Component
class CountProvince implements DemoStep {
    private final IndicatorRecount recount;

    CountProvince(IndicatorRecount recount) {
        this.recount = recount;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return recount.all(bodies ->
                        progress.report("bodies counted", bodies, plan.scale().bodies()))
                .then();
    }
}
