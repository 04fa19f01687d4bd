package org.goufu.account;

import java.util.Collection;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.kernel.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives accounts to people who act for nobody but themselves (decision 0017). */
public interface People {

    /** A code for the account of this id, which is made when there is none; an earlier code is worth nothing from now on. */
    Mono<Invitation> invite(UUID accountId, String username, String displayName, Role role);

    /** The name to be shown; nothing when there is no account yet. */
    Mono<Void> rename(UUID accountId, String displayName);

    /** Those whose account somebody has opened. One statement. */
    Flux<UUID> opened(Collection<UUID> accountIds);
}
