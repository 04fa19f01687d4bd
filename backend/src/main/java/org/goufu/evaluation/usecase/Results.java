package org.goufu.evaluation.usecase;

import java.time.Instant;
import org.goufu.evaluation.domain.Evaluation;
import reactor.core.publisher.Mono;

/** Makes evaluations public. */
public interface Results {
    /** Writes down, once, what anybody needs to rank the bids again; the answer is its SHA-256, in hexadecimal digits. */
    Mono<String> publish(Evaluation evaluation, Instant now);
}
