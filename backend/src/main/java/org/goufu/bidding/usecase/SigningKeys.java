package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.bidding.domain.SigningKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the public keys by which bodies sign. */
public interface SigningKeys {
    Mono<Void> enrol(SigningKey key);

    /** In any order; unknown ids are left out. One statement. */
    Flux<SigningKey> find(Collection<UUID> ids);

    /** Fails with {@code bid/key-unknown} when the body has none of this id that still holds. */
    Mono<SigningKey> revoke(UUID id, UUID body);

    /** How often a key was enrolled or revoked. */
    Mono<Long> changes();

    /** All keys in order of id, revoked ones, too: at most {@code size} after the given one. */
    Flux<SigningKey> after(@Nullable UUID id, int size);
}
