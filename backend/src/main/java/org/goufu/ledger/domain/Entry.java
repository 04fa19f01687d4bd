package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;

/**
 * What a leaf holds: a commitment to an act, which tells nothing of it to those who do not know the salt.
 *
 * <p>So the ledger is public from the first day, also with entries of acts that nobody may know of yet.
 */
public final class Entry {
    public static final int SALT_LENGTH = 32;

    private static final byte[] DOMAIN = "goufu-log/1".getBytes(StandardCharsets.UTF_8);

    private Entry() {}

    /** SHA-256 over {@code goufu-log/1}, the salt and the act's bytes. */
    public static byte[] commitment(byte[] salt, byte[] act) {
        if (salt.length != SALT_LENGTH) throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
        return Hash.sha256(DOMAIN, salt, act);
    }
}
