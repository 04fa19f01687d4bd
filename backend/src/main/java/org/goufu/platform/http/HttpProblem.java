package org.goufu.platform.http;

import org.goufu.kernel.Problem;

/** Refusals of the HTTP edge itself. */
public enum HttpProblem implements Problem {
    MALFORMED(Kind.MALFORMED),
    INVALID(Kind.INVALID),
    PARAMETER_UNKNOWN(Kind.MALFORMED),
    PARAMETER_INVALID(Kind.MALFORMED),
    NOT_FOUND(Kind.MISSING),
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    FORBIDDEN(Kind.FORBIDDEN),
    CSRF(Kind.FORBIDDEN),
    METHOD_NOT_ALLOWED(Kind.MALFORMED),
    NOT_ACCEPTABLE(Kind.MALFORMED),
    UNSUPPORTED_MEDIA_TYPE(Kind.MALFORMED),
    TOO_LARGE(Kind.MALFORMED),
    TOO_MANY(Kind.TOO_MANY),
    VERSION_REQUIRED(Kind.PRECONDITION_REQUIRED),
    VERSION_STALE(Kind.STALE),
    KEY_REUSED(Kind.INVALID),
    KEY_IN_PROGRESS(Kind.CONFLICT),
    KEY_DONE(Kind.CONFLICT),
    UNAVAILABLE(Kind.UNAVAILABLE),
    DISK_FULL(Kind.UNAVAILABLE),
    INTERNAL(Kind.UNAVAILABLE);

    private final Kind kind;

    HttpProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
