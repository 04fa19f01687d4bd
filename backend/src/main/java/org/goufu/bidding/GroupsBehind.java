package org.goufu.bidding;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.matching.Phrase;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Flux;

/** Tells other modules whether the groups that a federation names may still stand behind its bid (domain.md 2.4, I1 and I4). */
public interface GroupsBehind {

    /** A group that may not be named for the lot any more, with the gravest reason. */
    record Fallen(UUID group, String name, Phrase why) {}

    /**
     * None while all may; on what is held until the caller's transaction ends, which should hold the bodies
     * ({@code OrganizationDirectory.holdAll}).
     */
    Flux<Fallen> fallen(PublishedLot lot, UUID federation, Collection<UUID> groups, Instant moment);
}
