package org.goufu.ledger.domain;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Base64 in the one way in which bytes are written, without white space, stray bits, or another padding. What could be written in two
 * ways could be read as two things.
 */
final class StrictBase64 {
    private static final byte[] NONE = new byte[0];

    private StrictBase64() {}

    /** For addresses (RFC 4648 5), without padding, as it is written in bundles. No bytes for anything else. */
    static byte[] read(String text) {
        return read(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding())
                .orElse(NONE);
    }

    /** The same of a member; no bytes when it is missing or no text. */
    static byte[] in(Map<String, Object> object, String name) {
        return read(Json.said(object, name));
    }

    /** With padding (RFC 4648 4), as notes, receipts and keys of the ledger are written. Throws {@link IllegalArgumentException} for anything else. */
    static byte[] plain(String text) {
        return read(text, Base64.getDecoder(), Base64.getEncoder())
                .orElseThrow(() -> new IllegalArgumentException("not Base64 as it is written: " + text));
    }

    private static Optional<byte[]> read(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        try {
            var bytes = decoder.decode(text);
            return encoder.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
