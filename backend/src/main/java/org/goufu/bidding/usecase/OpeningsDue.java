package org.goufu.bidding.usecase;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** Finds sealed boxes that nobody has begun to open. */
public interface OpeningsDue {
    /** Lots of a department, those that closed last first. */
    Flux<UUID> ofDepartment(UUID department, int most);
}
