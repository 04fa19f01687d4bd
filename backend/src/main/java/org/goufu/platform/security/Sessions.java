package org.goufu.platform.security;

import reactor.core.publisher.Mono;

/** Knows whose token it is. */
public interface Sessions {

    /** Empty when the token is unknown, of another kind, revoked or over, or when its account was disabled. */
    Mono<Session> find(String digest, SessionKind kind);

    /** The same, but no use of the session: a stream that stands keeps none from running out. */
    Mono<Session> look(String digest, SessionKind kind);
}
