package org.goufu.ledger.usecase;

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
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Verifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The key that signs the heads of the ledger; it never leaves this class.
 *
 * <p>A program with servers of its own makes one for itself. One of several instances must be given theirs, or it does not start: heads
 * that are signed by different keys prove nothing.
 */
@Component
class LedgerKey implements ApplicationRunner {
    private static final String ALGORITHM = "Ed25519";

    private final boolean alone;
    private final String origin;
    private final SingletonSupplier<PrivateKey> key;

    LedgerKey(LedgerSettings settings, @Value("${goufu.embedded.enabled}") boolean alone) {
        this.alone = alone;
        this.origin = settings.origin();
        this.key =
                SingletonSupplier.of(() -> settings.key().isBlank() ? kept(settings.keyFile()) : read(settings.key()));
    }

    /** Before the first reader comes. */
    @Override
    public void run(ApplicationArguments arguments) {
        key.obtain();
    }

    String sign(String text) {
        return SignedNote.sign(text, verifier(), key.obtain());
    }

    Verifier verifier() {
        return Verifier.of(origin, publicHalf(key.obtain()));
    }

    private PrivateKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                if (!alone) {
                    throw new IllegalStateException(
                            "goufu.ledger.key is missing: all instances sign the ledger with one"
                                    + " Ed25519 key (openssl genpkey -algorithm ed25519)");
                }
                make(file);
            }
            return read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's key cannot be kept in " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            var made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var encoded =
                    Base64.getMimeEncoder().encodeToString(made.getPrivate().getEncoded());
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n",
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey read(String pem) {
        var encoded = pem.lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("goufu.ledger.key is not an Ed25519 key in PKCS #8", unreadable);
        }
    }

    private static byte[] publicHalf(PrivateKey key) {
        var secret = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
    }
}
