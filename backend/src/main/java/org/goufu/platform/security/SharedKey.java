package org.goufu.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A private key of the platform that all its instances have.
 *
 * @param setting under which it is given
 * @param given PKCS #8 in PEM or its Base64; empty when it lies in the file
 * @param file readable for its owner alone
 * @param missing what to say to whoever started an instance without it
 */
public record SharedKey(String setting, String given, Path file, String missing) {
    /**
     * Fails with {@link IllegalStateException} when it is missing or of another kind.
     *
     * @param alone whether a program with servers of its own may make one for itself
     */
    public PrivateKey read(boolean alone, KeyPairGenerator generator) {
        return parsed(given.isBlank() ? kept(alone, generator) : given, generator.getAlgorithm());
    }

    private String kept(boolean alone, KeyPairGenerator generator) {
        try {
            if (!Files.exists(file)) {
                if (!alone) throw new IllegalStateException(setting + " is missing: " + missing);
                make(generator);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(setting + " cannot be kept in " + file, failure);
        }
    }

    private void make(KeyPairGenerator generator) throws IOException {
        var encoded = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n",
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private PrivateKey parsed(String pem, String algorithm) {
        var encoded = pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    setting + " is no private key for " + algorithm + " in PKCS #8", unreadable);
        }
    }

    /** The secret must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "SharedKey[" + setting + "]";
    }
}
