package org.goufu.account.usecase;

import org.goufu.account.domain.Account;
import reactor.core.publisher.Mono;

/** Finds the people who may sign in. */
public interface Accounts {

    /** Empty when there is none of that name, when it is disabled, or when nobody has opened it yet. */
    Mono<Account> find(String username);

    /** Replaces a hash that was made with weaker parameters, unless the account has another one by now. */
    Mono<Void> rehash(Account account, String passwordHash);
}
