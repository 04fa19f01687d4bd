package org.goufu.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules who is a member of what, for what and until when; past and future memberships included. */
public interface FederationDirectory {
    Flux<Membership> ofMembers(Collection<UUID> memberIds);

    Flux<Membership> ofFederations(Collection<UUID> federationIds);

    /** Agreements that both sides hold to, also those that begin later. One statement. */
    Flux<Hosting> hostings(Collection<UUID> groupIds);

    /**
     * What is on record about the memberships, mandates and hosting of these members does not change before the caller's transaction
     * ends. One statement.
     */
    Mono<Void> holdMembers(Collection<UUID> memberIds);

    /** Federations that stood for the street (9 digits) at the moment, as far as was known then. */
    Flux<UUID> ofStreet(String streetCode, Instant moment);

    /**
     * Members of which a membership or a mandate began or ran out after the last day and by today, in order of id: at most
     * {@code size} after the given one. One statement.
     */
    Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size);
}
