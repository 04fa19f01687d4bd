package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.Roster;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the opening what became of the groups that bids name; only after the box was sealed. */
public interface ConsentsAtDeadline {

    /** A standing bid names a group whose consent to that very part did not stand when the box closed: the bid is invalid. */
    record Missing(UUID envelope, UUID group) {}

    /** Of all bids of the lot that count; none when every group had consented. */
    Flux<Missing> of(UUID lot);

    /** The roster that a bid names, for {@code AllocationPart}; empty when it names none of ours. */
    Mono<Roster> roster(String hash);
}
