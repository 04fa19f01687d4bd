package org.goufu.federation;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells other modules who is a member of what, for what and until when; past and future memberships included. */
public interface FederationDirectory {
    Flux<Membership> ofMembers(Collection<UUID> memberIds);

    Flux<Membership> ofFederations(Collection<UUID> federationIds);

    /** Federations whose street is the given region (9 digits). */
    Flux<UUID> ofStreet(String streetCode);
}
