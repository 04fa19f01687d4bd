package org.goufu.purchase;

import java.util.function.LongConsumer;
import reactor.core.publisher.Mono;

/** Enters into the ledger what was published before the ledger stood. */
public interface EarlierNotices {
    /** In the order of their publication; may be repeated without harm. Told from time to time how many are done with. */
    Mono<Void> enter(LongConsumer progress);
}
