package org.goufu.bidding.domain.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** The few things that envelopes do with bytes. */
public final class Bytes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Bytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Fails unless it is the one way in which Base64 (URL, without padding) writes these bytes. */
    static byte[] ofBase64(String text) {
        if (!text.endsWith("=") && endsInNoRest(text)) {
            try {
                return Base64.getUrlDecoder().decode(text);
            } catch (IllegalArgumentException notBase64) {
                // said below
            }
        }
        throw SealException.malformed("not Base64");
    }

    /** Whether the bits of the last letter that belong to no byte are zero: the decoder does not look at them. */
    private static boolean endsInNoRest(String text) {
        int rest = switch (text.length() % 4) {
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        return rest == 0 || (LETTERS.indexOf(text.charAt(text.length() - 1)) & rest) == 0;
    }

    static void xorInto(byte[] sum, byte[] other) {
        for (int i = 0; i < sum.length; i++) sum[i] ^= other[i];
    }
}
