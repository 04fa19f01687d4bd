package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A text with the signatures under it (C2SP signed-note). */
public final class SignedNote {
    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = 4;

    private SignedNote() {}

    /** The text with a signature that the verifier will find good; the text ends with a line's end. */
    public static String sign(String text, Verifier verifier, PrivateKey key) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            var signature = signing.sign();
            var stamped = Arrays.copyOf(verifier.id(), ID_LENGTH + signature.length);
            System.arraycopy(signature, 0, stamped, ID_LENGTH, signature.length);
            return text + "\n" + DASH + verifier.name() + " "
                    + Base64.getEncoder().encodeToString(stamped) + "\n";
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The text, when a signature of the verifier stands under it; none when there is none or it is not good. */
    public static Optional<String> open(String note, Verifier verifier) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) return Optional.empty();
        var text = note.substring(0, end + 1);
        var wanted = DASH + verifier.name() + " ";
        return Arrays.stream(note.substring(end + 2).split("\n", -1))
                .filter(line -> line.startsWith(wanted))
                .filter(line -> isGood(line.substring(wanted.length()), text, verifier))
                .findFirst()
                .map(signature -> text);
    }

    private static boolean isGood(String stamped, String text, Verifier verifier) {
        try {
            var bytes = StrictBase64.plain(stamped);
            return bytes.length > ID_LENGTH
                    && Arrays.equals(verifier.id(), Arrays.copyOf(bytes, ID_LENGTH))
                    && verifier.verifies(
                            text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
