package org.goufu.ledger.usecase;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Verifier;
import org.goufu.platform.security.SharedKey;
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
    private final String origin;
    private final SingletonSupplier<PrivateKey> key;

    LedgerKey(LedgerSettings settings, @Value("${goufu.embedded.enabled}") boolean alone) {
        var shared = new SharedKey(
                "goufu.ledger.key",
                settings.key(),
                settings.keyFile(),
                "all instances sign the ledger with one Ed25519 key (openssl genpkey -algorithm ed25519)");
        this.origin = settings.origin();
        this.key = SingletonSupplier.of(() -> shared.read(alone, generator()));
    }

    private static KeyPairGenerator generator() {
        try {
            return KeyPairGenerator.getInstance("Ed25519");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static byte[] publicHalf(PrivateKey key) {
        var secret = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
    }
}
