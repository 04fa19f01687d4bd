package org.goufu.account.usecase;

import java.util.UUID;
import org.goufu.account.domain.Account;
import reactor.core.publisher.Mono;

/** Finds the people who may sign in. */
public interface Accounts {

    /** Empty when there is none of that name, when it is disabled, or when nobody has opened it yet. */
    Mono<Account> find(String username);

    /** Replaces a hash that was made with weaker parameters. */
    Mono<Void> rehash(UUID id, String passwordHash);
}
