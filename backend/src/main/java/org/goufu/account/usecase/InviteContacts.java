package org.goufu.account.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts of the people of a body. */
@Component
class InviteContacts implements Contacts {
    private final Activations activations;
    private final Codes codes;

    InviteContacts(Activations activations, Codes codes) {
        this.activations = activations;
        this.codes = codes;
    }

    @Override
    public Mono<Invitation> invite(UUID organizationId, String username, String displayName, Role role) {
        return activations.account(organizationId, username, displayName, role).flatMap(id -> codes.give(id, username));
    }

    @Override
    public Flux<UUID> withAccounts(Collection<UUID> organizationIds) {
        return activations.withAccounts(organizationIds);
    }

    @Override
    public Mono<Void> turn(UUID organizationId, Role before, Role after) {
        return activations.turn(organizationId, before, after);
    }
}
