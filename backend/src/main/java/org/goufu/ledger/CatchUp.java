package org.goufu.ledger;

import java.util.function.LongConsumer;
import reactor.core.publisher.Mono;

/** Enters what was done before the ledger was told of such acts. */
public interface CatchUp {
    /** May be repeated without harm. Told from time to time how many of one store are done with. */
    Mono<Void> now(LongConsumer progress);
}
