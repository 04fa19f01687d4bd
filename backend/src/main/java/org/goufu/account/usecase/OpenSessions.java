package org.goufu.account.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.goufu.account.domain.Account;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionKind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps sessions by the digest of their token. */
public interface OpenSessions {

    /** A session as it was found. */
    record Found(Session session, boolean seenLongAgo) {}

    /**
     * Answers when it ends; empty when the account's password is another one since it was checked, or the account was disabled: what
     * ends all sessions of an account ends this one too, or comes before it.
     */
    Mono<Instant> open(String digest, Account account, SessionKind kind, Duration life);

    /** In any order, one statement; those that are unknown, over, or were idle for longer than allowed are left out. */
    Flux<Found> find(Collection<String> digests, Duration idle);

    Mono<Void> seen(String digest);

    /** Tells the other instances too. */
    Mono<Void> revoke(String digest);

    /** Removes what has ended; answers how many. */
    Mono<Long> purge();
}
