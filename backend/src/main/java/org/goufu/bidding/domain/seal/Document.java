package org.goufu.bidding.domain.seal;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Something outside an envelope that the envelope names by its hash, in the one form in which envelopes are written.
 *
 * @param hash SHA-256 of the bytes, in hexadecimal digits
 */
public record Document(byte[] bytes, String hash) {
    /** @param fields numbers, plain ASCII texts, lists and maps of them; other texts go in by {@link #hashOf} */
    public static Document of(Map<String, ?> fields) {
        var bytes = Canonical.write(fields);
        return new Document(bytes, Bytes.hex(Bytes.sha256(bytes)));
    }

    public static String hashOf(String text) {
        return Bytes.hex(Bytes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
