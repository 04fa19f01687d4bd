package org.goufu.bidding.domain.seal;

import java.nio.ByteBuffer;

/**
 * Hides how long a content is: its length in front, zeros behind, up to a length that Padmé allows (at most 12 % more).
 *
 * <p>Nothing is shorter than {@link #SHORTEST}: the length of a price list would tell the digits of the price.
 */
public final class Padding {
    static final int HEADER = Long.BYTES;
    static final int SHORTEST = 4096;

    private Padding() {}

    /** How long a content of so many bytes becomes. */
    public static long padded(long length) {
        return Math.max(SHORTEST, padme(HEADER + length));
    }

    /** Whether something padded can be so long. */
    static boolean isPadded(long length) {
        return length >= SHORTEST && padme(length) == length;
    }

    static byte[] header(long length) {
        return ByteBuffer.allocate(HEADER).putLong(length).array();
    }

    /** Padmé (Nikitin et al. 2019): as many low bits are zero as the logarithm can spare. */
    private static long padme(long length) {
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(length);
        int kept = Integer.SIZE - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << exponent - kept) - 1;
        return length + mask & ~mask;
    }
}
