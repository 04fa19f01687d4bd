package org.goufu.ledger.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A draw as anybody can repeat it: Fisher and Yates over the sorted candidates, with numbers from a seed (backend/docs/bundle.md). */
final class Draw {
    private static final int NUMBER_BYTES = 6;
    private static final long NUMBERS = 1L << 8 * NUMBER_BYTES;

    private final byte[] seed;
    private long counter;

    private Draw(byte[] seed) {
        this.seed = seed;
    }

    static String digest(List<String> candidates) {
        var lines = new StringBuilder();
        candidates.forEach(id -> lines.append(id).append('\n'));
        return HexFormat.of().formatHex(Hash.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static String seed(String purpose, String lot, long round, String root) {
        var text = "goufu-draw/1|" + purpose + "|" + lot + "|" + round + "|" + root;
        return HexFormat.of().formatHex(Hash.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** All of them, the first drawn first; none for a seed that is none. */
    static List<String> order(List<String> candidates, String seed) {
        if (!seed.matches("([0-9a-f]{2})+")) return List.of();
        var order = new ArrayList<>(candidates.stream().distinct().sorted().toList());
        var draw = new Draw(HexFormat.of().parseHex(seed));
        for (int i = order.size() - 1; i > 0; i--) Collections.swap(order, i, draw.below(i + 1));
        return order;
    }

    /** Numbers that would favour some are passed over. */
    private int below(int bound) {
        long fair = NUMBERS - NUMBERS % bound;
        long number;
        do number = next();
        while (number >= fair);
        return (int) (number % bound);
    }

    private long next() {
        var hash = Hash.sha256(
                seed, ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        long number = 0;
        for (int i = 0; i < NUMBER_BYTES; i++) number = number << 8 | hash[i] & 0xff;
        return number;
    }
}
