package org.goufu.bidding.http;

import java.util.Base64;
import java.util.List;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Problem;

/** Bytes in JSON: Base64 for addresses, without padding (RFC 4648 5), as the browser's own functions for keys write them. */
final class Base64Url {
    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails with the refusal, at the field, for what is none. */
    static byte[] read(String pointer, String text, Problem refusal) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw refusal.raise(List.of(FieldProblem.of(pointer, "not-base64")));
        }
    }
}
