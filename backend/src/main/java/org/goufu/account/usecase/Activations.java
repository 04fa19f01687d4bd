package org.goufu.account.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the codes with which people open their accounts, by digest and for a while. */
public interface Activations {

    /** The account that a code opens. */
    record Opening(UUID accountId, String username) {}

    /**
     * The account's id, with this name to be shown; made when there is none of the user name.
     *
     * <p>Fails with {@code activation/name-taken} when it belongs to another body.
     */
    Mono<UUID> account(UUID organizationId, String username, String displayName, Role role);

    /** The same for a person who acts for no body; made under this id when there is none. */
    Mono<UUID> person(UUID accountId, String username, String displayName, Role role);

    Mono<Void> rename(UUID accountId, String displayName);

    /** Those of the accounts that somebody has opened. */
    Flux<UUID> opened(Collection<UUID> accountIds);

    /**
     * When the code ends: an account that nobody has opened yet waits for {@code first}, a forgotten password is renewed within {@code
     * again}. It takes the place of an earlier code.
     */
    Mono<Instant> put(UUID accountId, String digest, Duration first, Duration again);

    /** Empty when the code is unknown or over. */
    Mono<Opening> find(String digest);

    /** Sets the password and ends every session; empty when the code was used or ran out meanwhile. */
    Mono<UUID> use(String digest, String passwordHash);

    Mono<Void> turn(UUID organizationId, Role before, Role after);

    /** Those of the bodies for which somebody has an account. */
    Flux<UUID> withAccounts(Collection<UUID> organizationIds);
}
