package org.goufu.platform.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A session in Spring Security's words; its name is the account's id. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Session session;

    SignedIn(Session session) {
        super(session.actor().roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList());
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Session getPrincipal() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return List.of();
    }

    @Override
    public String getName() {
        return session.actor().accountId().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that && that.session.digest().equals(session.digest());
    }

    @Override
    public int hashCode() {
        return session.digest().hashCode();
    }
}
