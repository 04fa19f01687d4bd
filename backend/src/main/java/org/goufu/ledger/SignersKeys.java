package org.goufu.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Tells a body what stands in the ledger of keys by which it signs. */
public interface SignersKeys {
    /**
     * An act on a key, as it was entered.
     *
     * @param fingerprint SHA-256 of the public half that the act names, in hexadecimal digits; null when it names none
     * @param earlier whether it was done before the ledger knew of such keys: then its place tells nothing of when
     */
    record Entered(
            Act.Kind kind,
            UUID key,
            long index,
            Instant at,
            @Nullable String fingerprint,
            boolean earlier) {}

    /** All of the body, in order, whatever became of the keys since: only for the body, for nobody else may know of them. */
    Flux<Entered> of(UUID body);
}
