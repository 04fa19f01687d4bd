package org.goufu.account.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.account.Contacts.Invitation;
import org.goufu.account.People;
import org.goufu.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts of people who act for nobody but themselves. */
@Component
class InvitePeople implements People {
    private final Activations activations;
    private final Codes codes;

    InvitePeople(Activations activations, Codes codes) {
        this.activations = activations;
        this.codes = codes;
    }

    @Override
    public Mono<Invitation> invite(UUID accountId, String username, String displayName, Role role) {
        return activations.person(accountId, username, displayName, role).flatMap(id -> codes.give(id, username));
    }

    @Override
    public Mono<Void> rename(UUID accountId, String displayName) {
        return activations.rename(accountId, displayName);
    }

    @Override
    public Flux<UUID> opened(Collection<UUID> accountIds) {
        return activations.opened(accountIds);
    }
}
