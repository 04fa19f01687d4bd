package org.goufu.organization;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells what the platform knew about bodies at a moment in the past; the same whenever it is asked. */
public interface PastBodies {

    /**
     * In any order; bodies that nobody knew of then are left out.
     *
     * <p>Names and registered items are those of the moment. Facts that were learnt later are missing, and a later withdrawal or
     * confirmation is not known yet.
     */
    Flux<BodyProfile> asOf(Collection<UUID> ids, Instant known);
}
