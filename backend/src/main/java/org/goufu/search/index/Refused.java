package org.goufu.search.index;

import java.io.Serial;

/** Elasticsearch answered, and the answer was no: the request itself is at fault. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String body) {
        super("Elasticsearch answered " + status + ": " + body, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
