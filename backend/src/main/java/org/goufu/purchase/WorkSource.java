package org.goufu.purchase;

import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;

/** Finds what waits for a person; each module finds what is its own. */
public interface WorkSource {
    /** So many at most, so that a list of all stays short. */
    int MOST = 50;

    Flux<Work> of(Actor actor);
}
