package org.goufu.notification;

import org.goufu.kernel.Problem;

/** Why a question about the inbox is refused. */
public enum NotificationProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    KIND_UNKNOWN(Kind.MALFORMED),
    CURSOR_UNREADABLE(Kind.MALFORMED);

    private final Kind kind;

    NotificationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
