package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Remembers of which mandates was said that they run out. */
public interface Expiries {

    /** A mandate that runs out, with its membership. */
    record Expiring(UUID membershipId, LocalDate lastDay) {}

    /**
     * Mandates that stand and have come nearer to their end than 60, 30 or 7 days since it was said the last time: at most so many.
     *
     * <p>Each is given once for each distance, to whoever asks first.
     */
    Flux<Expiring> take(LocalDate today, int most);
}
