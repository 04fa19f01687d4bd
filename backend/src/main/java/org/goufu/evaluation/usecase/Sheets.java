package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.Sheet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what evaluators write, and what they signed. */
public interface Sheets {
    /** A sheet as it was signed; its digest, in hexadecimal digits, goes into the ledger. */
    record SignedSheet(UUID id, UUID lot, int seat, int revision, String digest) {}

    /** An empty one with version 0 when nothing was written. */
    Mono<Sheet> of(UUID lot, UUID account, int seat);

    /** Of those who sit on the panel now. */
    Flux<Sheet> all(UUID lot);

    /** Fails with {@code http/version-stale} when it was written in another tab meanwhile. */
    Mono<Sheet> save(Sheet sheet);

    /** Keeps the sheet byte for byte; reasons stand in it as hashes, for only the bidder concerned is told them. */
    Mono<SignedSheet> sign(Sheet sheet);

    /** Also those that were signed in a seat that changed hands. */
    Flux<UUID> signed(UUID lot);
}
