package org.goufu.organization.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.organization.BodyUse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Accounts know nothing of the registry, so it asks them itself. */
@Component
class AccountUse implements BodyUse {
    private final Contacts contacts;

    AccountUse(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Flux<Used> of(Collection<UUID> bodyIds) {
        return contacts.withAccounts(bodyIds).map(id -> new Used(id, What.ACCOUNT));
    }
}
