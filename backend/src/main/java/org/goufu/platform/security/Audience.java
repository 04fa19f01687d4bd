package org.goufu.platform.security;

import java.util.Set;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;

/**
 * Who may call an endpoint.
 *
 * @param open whether nobody has to sign in
 * @param roles the roles that may call; empty for every signed-in caller
 */
public record Audience(boolean open, Set<Role> roles) {
    public static final Audience PUBLIC = new Audience(true, Set.of());
    public static final Audience SIGNED_IN = new Audience(false, Set.of());

    public Audience {
        roles = Set.copyOf(roles);
    }

    public static Audience of(Role... roles) {
        return new Audience(false, Set.of(roles));
    }

    /** Whether a caller who signed in may call. */
    public boolean admits(Actor actor) {
        return open || roles.isEmpty() || actor.roles().stream().anyMatch(roles::contains);
    }
}
