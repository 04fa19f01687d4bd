package org.goufu.bidding.usecase;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.platform.security.SharedKey;
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

    private final SingletonSupplier<KeyPair> keys;

    TimeGateKey(SealSettings settings, @Value("${goufu.embedded.enabled}") boolean alone) {
        var shared = new SharedKey(
                "goufu.seal.key",
                settings.key(),
                settings.keyFile(),
                "all instances hold one P-256 key (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256)");
        this.keys = SingletonSupplier.of(() -> pair(shared.read(alone, generator())));
    }

    private static KeyPairGenerator generator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static KeyPair pair(PrivateKey key) {
        try {
            var number = ((ECPrivateKey) key).getS().toByteArray();
            var bytes = new byte[LENGTH];
            int used = Math.min(LENGTH, number.length);
            System.arraycopy(
                    Arrays.copyOfRange(number, number.length - used, number.length), 0, bytes, LENGTH - used, used);
            return KeyPair.of(bytes);
        } catch (RuntimeException otherCurve) {
            throw new IllegalStateException("goufu.seal.key is not a P-256 key", otherCurve);
        }
    }
}
