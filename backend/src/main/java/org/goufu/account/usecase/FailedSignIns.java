package org.goufu.account.usecase;

import java.time.Duration;
import org.goufu.account.domain.SignInFailures;
import reactor.core.publisher.Mono;

/** Remembers failed sign-ins by the digest of the name, for all instances together. */
public interface FailedSignIns {

    /** Empty when nothing has failed lately. */
    Mono<SignInFailures> find(String nameDigest);

    /** Locks the row, which is made when there is none; to be called inside a transaction. */
    Mono<SignInFailures> lock(String nameDigest);

    Mono<Void> save(String nameDigest, SignInFailures failures);

    Mono<Void> forget(String nameDigest);

    /** Removes rows that were quiet for as long; answers how many. */
    Mono<Long> purge(Duration quiet);
}
