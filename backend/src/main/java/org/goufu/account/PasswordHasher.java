package org.goufu.account;

import reactor.core.publisher.Mono;

/** Turns a password into what {@code account.account.password_hash} holds. */
public interface PasswordHasher {

    /** Fails with {@code sign-in/busy} when too many hashes are waiting already. */
    Mono<String> hash(String password);
}
