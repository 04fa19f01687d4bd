package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules about the bodies of the registry. */
public interface OrganizationDirectory {
    /** Empty when there is none. */
    Mono<BodyProfile> find(UUID id);

    /** The same, and it does not leave the registry before the transaction ends. */
    Mono<BodyProfile> hold(UUID id);

    /** What is on record about these bodies does not change before the caller's transaction ends. One statement. */
    Mono<Void> holdAll(Collection<UUID> ids);

    /** Waits for the transactions of {@link #holdAll} that hold the body; those that come later wait for the caller's. */
    Mono<Void> holdAlone(UUID id);

    /** In any order; unknown ids are left out. One statement. */
    Flux<BodyProfile> findAll(Collection<UUID> ids);

    /** Those of the registry that have one of these unified social credit codes, in any order. One statement. */
    Flux<BodyProfile> coded(Collection<String> creditCodes);

    /**
     * As they were on record at the moment, whatever was changed or withdrawn since; those of which nothing was known are left out.
     *
     * <p>Scope, address, version and tell places are today's: no verdict rests on them. One statement.
     */
    Flux<BodyProfile> findAllAsOf(Collection<UUID> ids, Instant moment);

    /** Other bodies of the same county whose head had the same name at any time, as far as is known today. One statement. */
    Flux<UUID> sharingHead(UUID id);

    /** All bodies in order of id, for a rebuild: at most {@code size} after the given one. */
    Flux<BodyProfile> after(@Nullable UUID id, int size);

    /**
     * Bodies of which something began or ran out after the last day and by today, in order of id: at most {@code size} after the
     * given one. One statement.
     */
    Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size);
}
