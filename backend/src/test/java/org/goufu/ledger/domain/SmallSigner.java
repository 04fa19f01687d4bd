package org.goufu.ledger.domain;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * A key by which somebody in a {@link SmallLedger} signs, the same every time (RFC 6979).
 *
 * @param id under which it stands in the ledger
 */
record SmallSigner(String id, BigInteger secret) {
    private static final ECDomainParameters CURVE = curve();
    private static final int HALF = 32;

    private static ECDomainParameters curve() {
        var named = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    static SmallSigner made(SmallLedger ledger) {
        var secret = new BigInteger(1, ledger.bytes())
                .mod(CURVE.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        return new SmallSigner(ledger.id().toString(), secret);
    }

    byte[] point() {
        return CURVE.getG().multiply(secret).normalize().getEncoded(false);
    }

    byte[] signature(byte[] message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, CURVE));
        var made = signer.generateSignature(Hash.sha256(message));
        var signature = Arrays.copyOf(half(made[0]), 2 * HALF);
        System.arraycopy(half(made[1]), 0, signature, HALF, HALF);
        return signature;
    }

    private static byte[] half(BigInteger number) {
        var bytes = number.toByteArray();
        var half = new byte[HALF];
        int length = Math.min(bytes.length, HALF);
        System.arraycopy(bytes, bytes.length - length, half, HALF - length, length);
        return half;
    }
}
