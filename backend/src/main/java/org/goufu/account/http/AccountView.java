package org.goufu.account.http;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;

/** The person who is calling. */
record AccountView(UUID id, String username, String displayName, List<Role> roles) {
    static AccountView of(Actor actor) {
        return new AccountView(
                actor.accountId(),
                actor.username(),
                actor.displayName(),
                actor.roles().stream().sorted().toList());
    }
}
