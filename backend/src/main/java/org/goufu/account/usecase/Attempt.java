package org.goufu.account.usecase;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** Somebody from some address gives a name and a password. */
public record Attempt(String name, String password, String address) {

    public Attempt {
        name = name.strip().toLowerCase(Locale.ROOT);
    }

    /** Under which failures are kept, so that the table of failures is no list of what people typed as their name. */
    String nameDigest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The password must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "Attempt[" + name + "]";
    }
}
