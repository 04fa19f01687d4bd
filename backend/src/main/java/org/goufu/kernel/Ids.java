package org.goufu.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDs of version 7 (RFC 9562): they sort by the moment they were made, which keeps indexes compact. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** Greater than every one before it in this program, also within a millisecond (RFC 9562 6.2, method 1). */
    public static UUID next() {
        var stamp = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << COUNTER_BITS));
        return of(stamp >>> COUNTER_BITS, stamp & COUNTER);
    }

    /** An id whose time part is the given moment, for rows that are loaded with a past. */
    public static UUID at(long epochMilli) {
        return of(epochMilli, RANDOM.nextInt() & COUNTER);
    }

    private static UUID of(long epochMilli, long counter) {
        var high = (epochMilli << 16) | 0x7000L | counter;
        var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
