package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Shamir's sharing of a secret, byte by byte over GF(2^8) with the polynomial of AES; share x is the value at x = 1, 2, ... */
final class Shamir {
    private static final int MODULUS = 0x1b;

    private Shamir() {}

    /** So that any {@code k} of {@code n} shares give the secret, and fewer give nothing. */
    static List<byte[]> split(byte[] secret, int k, int n, RandomGenerator random) {
        var coefficients = new ArrayList<byte[]>();
        coefficients.add(secret);
        for (int degree = 1; degree < k; degree++) {
            var coefficient = new byte[secret.length];
            random.nextBytes(coefficient);
            coefficients.add(coefficient);
        }
        var shares = new ArrayList<byte[]>();
        for (int x = 1; x <= n; x++) shares.add(valueAt(x, coefficients, secret.length));
        return shares;
    }

    /** From the shares by their x; with fewer than were asked for it answers noise. */
    static byte[] combine(Map<Integer, byte[]> shares) {
        var secret = new byte[shares.values().iterator().next().length];
        shares.forEach((x, share) -> {
            int weight = weight(x, shares.keySet());
            for (int i = 0; i < secret.length; i++) secret[i] ^= (byte) times(share[i] & 0xff, weight);
        });
        return secret;
    }

    private static byte[] valueAt(int x, List<byte[]> coefficients, int length) {
        var value = new byte[length];
        for (var coefficient : coefficients.reversed()) {
            for (int i = 0; i < length; i++) value[i] = (byte) (times(value[i] & 0xff, x) ^ coefficient[i]);
        }
        return value;
    }

    /** Lagrange's weight at zero of the point x. */
    private static int weight(int x, Iterable<Integer> points) {
        int above = 1;
        int below = 1;
        for (int other : points) {
            if (other == x) continue;
            above = times(above, other);
            below = times(below, other ^ x);
        }
        return times(above, inverse(below));
    }

    /** Without tables and without branches on the secret, so that no time tells of it. */
    private static int times(int one, int other) {
        int product = 0;
        int left = one;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            product ^= -(other >> bit & 1) & left;
            left = (left << 1 ^ -(left >> 7) & (MODULUS | 0x100)) & 0xff;
        }
        return product;
    }

    /** The 254th power. */
    private static int inverse(int value) {
        int power = value;
        for (int i = 0; i < 6; i++) power = times(times(power, power), value);
        return times(power, power);
    }
}
