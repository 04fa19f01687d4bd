package org.goufu.organization.usecase;

import org.goufu.organization.domain.BodyChange;
import reactor.core.publisher.Mono;

/** Writes down who changed what, and gives the body its next version with it; in the caller's transaction. */
public interface BodyHistory {

    /** Answers the new version. Fails with {@code organization/not-found}. */
    Mono<Long> append(BodyChange change);

    /** The same for somebody who has read a version: fails with {@code http/version-stale} when the body changed since. */
    Mono<Long> append(BodyChange change, long expectedVersion);
}
