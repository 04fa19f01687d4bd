package org.goufu.platform.security;

/** How a token travels: in a browser's cookie or in a program's Authorization header. */
public enum SessionKind {
    COOKIE,
    BEARER
}
