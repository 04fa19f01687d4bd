package org.goufu.purchase.usecase;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.domain.FailedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lots that ended because too few came (TerminationReason.LESS_THAN_THREE). */
public interface FailedLots {
    /** Of these, those of the department, by id. */
    Mono<Map<UUID, FailedLot>> among(Collection<UUID> lots, UUID department);

    /** The lots of a purchase that were terminated, for whatever reason, in their order. */
    Flux<UUID> terminated(UUID purchase);
}
