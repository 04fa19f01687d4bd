package org.goufu.platform.time;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Real time, for what is kept alive by signs of life (product.md 3): the database's clock without an offset.
 *
 * <p>The clocks of two instances may differ; a sign of life that one gives and another judges goes by neither of them.
 */
public interface RealClock {
    Mono<Instant> realNow();
}
