package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.Work;
import reactor.core.publisher.Flux;

/** Finds evaluations in which something is to be done. */
public interface OpenSteps {
    /** @param notice that published the lot */
    record Step(UUID notice, Work work) {}

    /** By the caller's department, by the caller on a panel, or by the caller's body that bid. */
    Flux<Step> of(Actor actor, int most);
}
