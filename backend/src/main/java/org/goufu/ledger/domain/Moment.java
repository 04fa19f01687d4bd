package org.goufu.ledger.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads moments as notices, acts and records write them, however many digits of a second they have. */
final class Moment {
    private static final String WRITTEN = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z";

    private Moment() {}

    /** Empty for what is none. */
    static Optional<Instant> of(String written) {
        if (!written.matches(WRITTEN)) return Optional.empty();
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether both are the same; false where one of them is none. */
    static boolean isSame(String one, String other) {
        var first = of(one);
        return first.isPresent() && first.equals(of(other));
    }

    /** Whether one is before the other; false where one of them is none. */
    static boolean isBefore(String one, String other) {
        var first = of(one);
        var second = of(other);
        return first.isPresent() && second.isPresent() && first.get().isBefore(second.get());
    }
}
