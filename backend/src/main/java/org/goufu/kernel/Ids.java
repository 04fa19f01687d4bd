package org.goufu.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): they sort by the moment they were made, which keeps indexes compact. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** An id whose time part is the given moment, for rows that are loaded with a past. */
    public static UUID at(long epochMilli) {
        var high = (epochMilli << 16) | 0x7000L | (RANDOM.nextInt() & 0xFFFL);
        var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
