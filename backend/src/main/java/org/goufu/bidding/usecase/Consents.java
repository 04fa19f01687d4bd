package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Mono;

/** Keeps what the contacts of groups answer; all in the caller's transaction, locks in the order of these methods. */
public interface Consents {

    /** What a contact may answer. */
    enum Answer {
        CONSENTED,
        DECLINED
    }

    /** @param part the hash of the very text that was read */
    record Given(UUID lot, UUID federation, UUID group, String part, Answer answer) {}

    /** The hash of the text that the federation asks the group about, which stays until the end; empty when it asks nothing. */
    Mono<String> asked(UUID lot, UUID federation, UUID group);

    /** The federation behind which the group stands for the lot until the end: this one when it stood behind none. */
    Mono<UUID> engage(UUID lot, UUID federation, UUID group);

    /** The federation behind which the group stood, whose consents end now; empty when it stood behind none. */
    Mono<UUID> revoke(UUID lot, UUID group, Actor by);

    /** The federation needs these of its groups no more: they are free for others, their consents end. */
    Mono<Void> release(UUID lot, UUID federation, Collection<UUID> groups, Actor by);

    /** Whether the lot can still be bid for; the box is not sealed before the end. */
    Mono<Boolean> isOpen(UUID lot);

    /** The same answer again changes nothing; another one takes its place. */
    Mono<Void> keep(Given given, Actor by);
}
