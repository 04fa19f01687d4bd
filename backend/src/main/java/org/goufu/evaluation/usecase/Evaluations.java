package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import reactor.core.publisher.Mono;

/** Loads and saves whole evaluations. */
public interface Evaluations {
    /** Without effect when the lot's evaluation has begun already. */
    Mono<Void> begin(Evaluation evaluation);

    /** Empty when none has begun. */
    Mono<Evaluation> find(UUID lot);

    /** Fails with {@code evaluation/not-found}. */
    Mono<Evaluation> get(UUID lot);

    /** The same, and nobody else changes it before the caller's transaction ends. */
    Mono<Evaluation> hold(UUID lot);

    /** Answers what it was before. */
    Mono<Evaluation> save(Evaluation evaluation);
}
