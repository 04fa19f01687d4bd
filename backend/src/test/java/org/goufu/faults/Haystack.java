package org.goufu.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file in which words are looked for byte by byte, however large it is. */
record Haystack(Path file) {
    private static final int BUFFER = 1 << 20;
    private static final int START = 6;

    /** Those that stand in it, as ASCII or as the two-byte letters of Java and Windows. */
    Set<String> found(List<String> words, String further) throws IOException {
        var needles = new HashMap<String, Map<String, byte[]>>();
        for (var word : words) add(needles, word);
        add(needles, further);
        var found = new HashSet<String>();
        int longest = 4 * words.stream().mapToInt(String::length).max().orElse(0) + 4 * further.length();
        try (var in = Files.newInputStream(file)) {
            var window = new byte[longest + BUFFER];
            int kept = 0;
            for (int read = in.read(window, 0, BUFFER); read > 0; read = in.read(window, kept, BUFFER)) {
                int end = kept + read;
                look(window, end, needles, found);
                kept = Math.min(longest, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        } catch (NoSuchFileException gone) {
            return found;
        }
        return found;
    }

    private static void add(Map<String, Map<String, byte[]>> needles, String word) {
        for (var charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var bytes = word.getBytes(charset);
            needles.computeIfAbsent(start(bytes, 0), none -> new HashMap<>()).put(word + charset, bytes);
        }
    }

    private static String start(byte[] bytes, int at) {
        return new String(bytes, at, START, StandardCharsets.ISO_8859_1);
    }

    private static void look(byte[] window, int end, Map<String, Map<String, byte[]>> needles, Set<String> found) {
        var firsts = new boolean[1 << 16];
        needles.values().forEach(sorts -> sorts.values().forEach(bytes -> firsts[pair(bytes, 0)] = true));
        for (int at = 0; at + START <= end; at++) {
            if (!firsts[pair(window, at)]) continue;
            var sorts = needles.get(start(window, at));
            if (sorts == null) continue;
            for (var sort : sorts.entrySet()) {
                var bytes = sort.getValue();
                if (at + bytes.length <= end && Arrays.equals(window, at, at + bytes.length, bytes, 0, bytes.length)) {
                    found.add(sort.getKey().replaceFirst("(US-ASCII|UTF-16[LB]E)$", ""));
                }
            }
        }
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
