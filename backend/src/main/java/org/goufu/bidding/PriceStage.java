package org.goufu.bidding;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps prices shut until the technical parts are judged. */
public interface PriceStage {
    /**
     * Every evaluator has signed what he thinks of the technical parts: prices may be opened now. In the caller's transaction; once or
     * again, and without effect for a lot whose parts are opened together.
     */
    Mono<Void> allowPrices(UUID lot);
}
