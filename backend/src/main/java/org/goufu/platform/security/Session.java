package org.goufu.platform.security;

import java.time.Instant;
import org.goufu.kernel.Actor;

/**
 * A caller who has signed in.
 *
 * @param digest SHA-256 of the token in hexadecimal; the token itself is kept nowhere
 * @param expiresAt when it ends at the latest, by real time
 */
public record Session(String digest, SessionKind kind, Actor actor, Instant expiresAt) {}
