package org.goufu.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Acts that may have been done before the ledger was told of such acts, as their store kept them.
 *
 * @param <T> what they were done to
 */
public interface EarlierActs<T> {
    Set<Act.Kind> kinds();

    /** How many acts of these kinds were done in all. */
    Mono<Long> done();

    /** In an order that stays: at most {@code size} behind the given one, or from the beginning. */
    Flux<T> after(@Nullable T last, int size);

    /** All of these kinds that was done to one, in its order; what stands in the ledger already keeps its place. */
    Flux<Act> of(T one);
}
