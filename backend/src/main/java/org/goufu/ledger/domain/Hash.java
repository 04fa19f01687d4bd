package org.goufu.ledger.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The hash of a leaf, of a node or of a whole tree: SHA-256, told apart as RFC 9162 2.1.1 says. */
public final class Hash {
    public static final int LENGTH = 32;
    /** The root of a tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Throws {@link IllegalArgumentException} unless there are 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        return new Hash(bytes.clone());
    }

    /** Throws {@link IllegalArgumentException} unless it is the Base64 of 32 bytes. */
    public static Hash ofBase64(String text) {
        return of(StrictBase64.plain(text));
    }

    /** Of what a leaf holds. */
    public static Hash leaf(byte[] entry) {
        return new Hash(sha256(LEAF, entry));
    }

    /** Of two subtrees side by side. */
    public static Hash node(Hash left, Hash right) {
        return new Hash(sha256(NODE, left.bytes, right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
