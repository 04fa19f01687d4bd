package org.goufu.bidding.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.seal.KeyPair;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The platform's own key among the holders' (security.md 3.2, group K): useless alone, and needed for every bid.
 *
 * <p>A program with servers of its own makes one for itself. One of several instances must be given theirs, or it does not start: bids
 * that are sealed to a lost key are lost.
 */
@Component
class TimeGateKey implements ApplicationRunner {
    private static final int LENGTH = 32;

    private final boolean alone;
    private final SingletonSupplier<KeyPair> keys;

    TimeGateKey(SealSettings settings, @Value("${goufu.embedded.enabled}") boolean alone) {
        this.alone = alone;
        this.keys =
                SingletonSupplier.of(() -> settings.key().isBlank() ? kept(settings.keyFile()) : read(settings.key()));
    }

    /** Before the first bidder comes. */
    @Override
    public void run(ApplicationArguments arguments) {
        keys.obtain();
    }

    byte[] publicKey() {
        return keys.obtain().publicKey();
    }

    /** For the {@link TimeGate} alone. */
    KeyPair keys() {
        return keys.obtain();
    }

    private KeyPair kept(Path file) {
        try {
            if (!Files.exists(file)) {
                if (!alone) {
                    throw new IllegalStateException("goufu.seal.key is missing: all instances hold one P-256 key"
                            + " (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256)");
                }
                make(file);
            }
            return read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("the platform's key cannot be kept in " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var encoded = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n",
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair read(String pem) {
        var encoded = pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded.strip())));
            var number = ((ECPrivateKey) key).getS().toByteArray();
            var bytes = new byte[LENGTH];
            int used = Math.min(LENGTH, number.length);
            System.arraycopy(
                    Arrays.copyOfRange(number, number.length - used, number.length), 0, bytes, LENGTH - used, used);
            return KeyPair.of(bytes);
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalStateException("goufu.seal.key is not a P-256 key in PKCS #8", unreadable);
        }
    }
}
