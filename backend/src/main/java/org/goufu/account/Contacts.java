package org.goufu.account;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the people of a body their accounts, and turns what they act as. */
public interface Contacts {

    /**
     * What a person needs to choose a password.
     *
     * @param code shown this once; it opens the account a single time
     */
    record Invitation(String username, String code, Instant expiresAt) {

        /** The secret must not reach a log by way of a record's text. */
        @Override
        public String toString() {
            return "Invitation[" + username + "]";
        }
    }

    /**
     * A code for the account of this name, which is made when there is none; an earlier code is worth nothing from now on.
     *
     * <p>Whoever has a password keeps it until the new code is used. Fails with {@code activation/name-taken} when the name belongs to
     * another body.
     */
    Mono<Invitation> invite(UUID organizationId, String username, String displayName, Role role);

    /** Those of the bodies for which somebody has an account. */
    Flux<UUID> withAccounts(Collection<UUID> organizationIds);

    /** Whoever acts for the body as the one acts as the other from now on. */
    Mono<Void> turn(UUID organizationId, Role before, Role after);
}
