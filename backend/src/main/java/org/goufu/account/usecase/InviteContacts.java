package org.goufu.account.usecase;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.account.domain.ActivationCode;
import org.goufu.kernel.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out codes instead of passwords: nobody but the person ever knows one. */
@Component
class InviteContacts implements Contacts {
    private static final Duration FIRST = Duration.ofDays(7);
    /** At the counter, with the person there. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Activations activations;

    InviteContacts(Activations activations) {
        this.activations = activations;
    }

    @Override
    public Mono<Invitation> invite(UUID organizationId, String username, String displayName, Role role) {
        var code = ActivationCode.random();
        return activations
                .account(organizationId, username, displayName, role)
                .flatMap(id -> activations.put(id, code.digest(), FIRST, AGAIN))
                .map(end -> new Invitation(username, code.spoken(), end));
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
