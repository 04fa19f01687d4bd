package org.goufu.federation.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.RegionCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells in few words who is on a roster, and who waits to be. */
public interface Rosters {

    /** A membership to which the member has said yes; the street's word is missing. */
    record Accepted(UUID membershipId, UUID memberId, UUID federationId, LocalDate on) {}

    /** The longest waiting first: at most so many. */
    Flux<Accepted> accepted(RegionCode street, int most);

    /** A validly filed group that is in no federation. */
    record Loose(UUID groupId, String name, String regionCode) {}

    /** How many there are in the region on the day; one whose membership begins later does not count. */
    Mono<Long> countLoose(RegionCode region, LocalDate day);

    /**
     * The same groups in order of id: at most so many.
     *
     * @param after the id after which they begin, empty for the first ones
     */
    Flux<Loose> loose(RegionCode region, LocalDate day, String after, int most);
}
