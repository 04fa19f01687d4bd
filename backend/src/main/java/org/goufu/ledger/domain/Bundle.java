package org.goufu.ledger.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/**
 * A purchase as a stranger takes it home: what was entered, with proofs, and the documents themselves (backend/docs/bundle.md).
 *
 * @param files by their path
 */
public record Bundle(Map<String, byte[]> files) {
    public static final String HEADER = "bundle.json";
    public static final String KEY = "key";
    public static final String CHECKPOINT = "checkpoint";
    public static final String FORMAT = "goufu-bundle/1";
    static final String ENTRIES = "entries/";
    static final String NOTICES = "notices/";

    private static final String RECEIPT = ".tlog-proof";
    private static final int MOST_FILES = 40_000;
    private static final int MOST_BYTES = 256 << 20;

    public static String header(UUID purchase) {
        return "{\"format\":\"" + FORMAT + "\",\"purchase\":\"" + purchase + "\"}\n";
    }

    public static String entry(long index) {
        return ENTRIES + index + RECEIPT;
    }

    static String notice(String id) {
        return NOTICES + id + ".json";
    }

    static Optional<Map<String, Object>> lotIn(Map<String, Object> notice, String lot) {
        return Json.objects(notice, "lots").stream()
                .filter(one -> Json.text(one, "id").orElse("").equals(lot))
                .findFirst();
    }

    /** Throws {@link IllegalArgumentException} when it is no archive, or has a path twice. */
    public static Bundle read(InputStream archive) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            int left = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left);
                left -= bytes.length;
                if (left == 0 || files.size() == MOST_FILES) throw new IllegalArgumentException("too large");
                if (files.put(entry.getName(), bytes) != null) {
                    throw new IllegalArgumentException("twice in it: " + entry.getName());
                }
            }
        } catch (java.util.zip.ZipException damaged) {
            throw new IllegalArgumentException(damaged);
        }
        if (files.isEmpty()) throw new IllegalArgumentException("no archive");
        return new Bundle(files);
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
