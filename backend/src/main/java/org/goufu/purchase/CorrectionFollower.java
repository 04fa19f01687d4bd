package org.goufu.purchase;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Follows a correction in the very transaction that publishes it. */
public interface CorrectionFollower {
    /**
     * @param lots all of the corrected call
     * @param digest of the text that holds from now on
     * @param deadline that holds from now on, never earlier than before
     * @return false where it came too late for one of them, so that nothing may be published
     */
    Mono<Boolean> follow(Collection<UUID> lots, byte[] digest, Instant deadline);
}
