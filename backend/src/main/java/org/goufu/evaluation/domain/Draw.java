package org.goufu.evaluation.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A draw that anybody can repeat (decision 0028): the candidates in order of their ids are shuffled by Fisher and Yates, with numbers from
 * a seed that is the hash of a signed head of the ledger, which did not exist when the candidates were entered there.
 */
public final class Draw {
    /** Numbers of 48 bits, which also the browser counts exactly. */
    private static final int NUMBER_BYTES = 6;

    private static final long NUMBERS = 1L << 8 * NUMBER_BYTES;

    private Draw() {}

    /** Without those named twice. */
    public static List<UUID> sorted(Collection<UUID> candidates) {
        return candidates.stream()
                .distinct()
                .map(UUID::toString)
                .sorted()
                .map(UUID::fromString)
                .toList();
    }

    /** What is entered into the ledger before anybody can know the seed: SHA-256 over the ids, a line each. */
    public static String digest(List<UUID> sorted) {
        var lines = new StringBuilder();
        sorted.forEach(id -> lines.append(id).append('\n'));
        return HexFormat.of().formatHex(sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * SHA-256, in hexadecimal digits.
     *
     * @param root of the signed head, in hexadecimal digits
     */
    public static String seed(String purpose, UUID lot, int round, String root) {
        var text = "goufu-draw/1|" + purpose + "|" + lot + "|" + round + "|" + root;
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** All of them, the first drawn first. */
    public static List<UUID> order(Collection<UUID> candidates, String seed) {
        var order = new ArrayList<>(sorted(candidates));
        var numbers = new Numbers(HexFormat.of().parseHex(seed));
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, numbers.below(i + 1));
        }
        return List.copyOf(order);
    }

    /** SHA-256 over the seed and a counter of eight bytes; numbers that would favour some are passed over. */
    private static final class Numbers {
        private final byte[] seed;
        private long counter;

        Numbers(byte[] seed) {
            this.seed = seed;
        }

        int below(int bound) {
            long fair = NUMBERS - NUMBERS % bound;
            long number;
            do number = next();
            while (number >= fair);
            return (int) (number % bound);
        }

        private long next() {
            var hash = sha256(ByteBuffer.allocate(seed.length + Long.BYTES)
                    .put(seed)
                    .putLong(counter++)
                    .array());
            long number = 0;
            for (int i = 0; i < NUMBER_BYTES; i++) number = number << 8 | hash[i] & 0xff;
            return number;
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
