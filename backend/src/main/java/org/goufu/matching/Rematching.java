package org.goufu.matching;

import java.util.function.LongConsumer;
import reactor.core.publisher.Mono;

/** Matches everything anew, for installations whose lots and bodies were loaded in bulk. */
public interface Rematching {

    /**
     * All bodies against all open lots, without news to anybody; bounded memory whatever the registry's size.
     *
     * @param progress hears how many bodies were judged so far
     * @return how many lots are open
     */
    Mono<Long> quietly(LongConsumer progress);
}
