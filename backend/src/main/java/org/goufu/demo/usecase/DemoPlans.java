package org.goufu.demo.usecase;

import java.util.Set;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoScale;
import reactor.core.publisher.Mono;

/** Keeps which province is being loaded and how far that came. */
public interface DemoPlans {
    /** The plan of the first start; made now, with today as its day, when there is none. */
    Mono<DemoPlan> keptOr(DemoScale scale, long seed);

    /** Names of the steps that are done. */
    Mono<Set<String>> done();

    Mono<Void> markDone(String step);
}
