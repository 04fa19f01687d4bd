package org.goufu.purchase.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.goufu.platform.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The place after which a page begins, in lists that run from the newest back. */
record Keyset(Instant at, UUID id) {
    /** Later than anything that is stored, and still within PostgreSQL's range. */
    static final Keyset BEGINNING = new Keyset(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static String of(Instant at, UUID id) {
        return PageRequest.cursor(at + "_" + id);
    }

    /** Fails with {@code http/parameter-invalid} for a cursor that is none of ours. */
    static Keyset read(@Nullable String after) {
        if (after == null) {
            return BEGINNING;
        }
        try {
            var parts = after.split("_", 2);
            return new Keyset(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw PageRequest.unreadable();
        }
    }
}
