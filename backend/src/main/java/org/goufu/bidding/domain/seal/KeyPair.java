package org.goufu.bidding.domain.seal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.sec.SECNamedCurves;

/**
 * A holder's key with its secret half, as the platform's own time gate has one.
 *
 * @param privateKey 32 bytes, a number below the order of the curve
 * @param publicKey an uncompressed point, 65 bytes
 */
public record KeyPair(byte[] privateKey, byte[] publicKey) {
    private static final BigInteger ORDER =
            SECNamedCurves.getByName("secp256r1").getN();

    /** Fails with {@link Fault#MALFORMED} for what is no private key of the curve. */
    public static KeyPair of(byte[] privateKey) {
        var number = new BigInteger(1, privateKey);
        if (privateKey.length != Hpke.PRIVATE_LENGTH || number.signum() == 0 || number.compareTo(ORDER) >= 0) {
            throw SealException.malformed("not a private key");
        }
        return new KeyPair(privateKey.clone(), Hpke.publicKeyOf(privateKey));
    }

    public static KeyPair made(RandomGenerator random) {
        var bytes = new byte[Hpke.PRIVATE_LENGTH];
        while (true) {
            random.nextBytes(bytes);
            var number = new BigInteger(1, bytes);
            if (number.signum() > 0 && number.compareTo(ORDER) < 0) return of(bytes);
        }
    }

    /** By which keysets and shares name it. */
    public String kid() {
        return kid(publicKey);
    }

    /** Half of a SHA-256 of the public key, in hexadecimal: who has the key can name it, and nobody can name another like it. */
    public static String kid(byte[] publicKey) {
        return Bytes.hex(Arrays.copyOf(Bytes.sha256(Bytes.ascii("goufu-seal/1 kid|"), publicKey), 16));
    }
}
