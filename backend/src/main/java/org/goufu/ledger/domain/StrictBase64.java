package org.goufu.ledger.domain;

import java.util.Base64;
import java.util.Map;

/**
 * Reads Base64 for addresses (RFC 4648 5) as it is written everywhere in a bundle: in the one way in which these bytes are written, without
 * padding, white space or stray bits. What could be written in two ways could be read as two things.
 */
final class StrictBase64 {
    private static final byte[] NONE = new byte[0];

    private StrictBase64() {}

    /** No bytes for anything else. */
    static byte[] read(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var written = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return written.equals(text) ? bytes : NONE;
        } catch (IllegalArgumentException none) {
            return NONE;
        }
    }

    /** The same of a member; no bytes when it is missing or no text. */
    static byte[] in(Map<String, Object> object, String name) {
        return read(Json.said(object, name));
    }
}
