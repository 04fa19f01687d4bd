package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.domain.Challenge;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves holders' keys and what they were asked to open. */
public interface HolderKeys {
    /** Fails with {@code holder/key-not-found}. */
    Mono<HolderKey> get(UUID id);

    /** By the name that keysets have for it; fails with {@code holder/key-not-found}. */
    Mono<HolderKey> named(String kid);

    /** Fails with {@code holder/key-taken} when the key is known already. */
    Mono<HolderKey> add(HolderKey key);

    /** Fails with {@code holder/changed-meanwhile} when someone saved first. */
    Mono<HolderKey> save(HolderKey key);

    /** Each person's newest enrolled key, in order of id; held so that none is revoked before the caller's transaction ends. */
    Flux<HolderKey> enrolledOf(UUID departmentId);

    /** Likewise those of who supervises a department of this region, the nearest first; of all supervisors for null. */
    Flux<HolderKey> enrolledOfSupervision(@Nullable RegionCode departmentRegion);

    /** In the place of the oldest that nobody answered, when there are many. */
    Mono<Void> add(Challenge challenge);

    /** One of today that nobody answered; fails with {@code holder/challenge-not-found}. */
    Mono<Challenge> challenge(UUID keyId, UUID id);

    Mono<Void> answered(Challenge challenge);

    /** Whether the department wants a supervisor to open with it, where the law does not. */
    Mono<Boolean> supervisionWanted(UUID departmentId);

    Mono<Void> wantSupervision(UUID departmentId, boolean wanted, String by);
}
