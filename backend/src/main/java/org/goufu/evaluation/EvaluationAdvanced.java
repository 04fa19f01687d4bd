package org.goufu.evaluation;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** A lot's evaluation has come to a step that nobody has to take: prices are to be taken over, or bids to be ranked. */
public record EvaluationAdvanced(UUID lot) implements DomainEvent {}
