package org.goufu.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/**
 * The one business clock (product.md 3): the database's, plus an offset of zero that only a demo or training installation may move.
 *
 * <p>Inside SQL the same clock is {@code platform.now()}. Sessions, leases and limits run on real time instead.
 */
public interface BusinessClock {
    /** Where dates of law are counted. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Mono<Instant> now();

    /** Today in {@link #ZONE}. */
    default Mono<LocalDate> today() {
        return now().map(now -> LocalDate.ofInstant(now, ZONE));
    }
}
