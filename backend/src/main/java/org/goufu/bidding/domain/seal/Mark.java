package org.goufu.bidding.domain.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks what must not be written down so that two of a lot can be found equal: HMAC-SHA256 under a key that is derived from the
 * platform's own (RFC 2104, RFC 5869). Addresses are few enough to be tried one by one, so a hash without a key would hide nothing.
 */
public final class Mark {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Mark(KeyPair platform) {
        try {
            this.key = new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(HKDFParameterSpec.ofExtract()
                                    .addIKM(platform.privateKey())
                                    .thenExpand(Bytes.ascii("goufu-mark/1"), SegmentKey.LENGTH)),
                    ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of another lot it is another mark: nobody follows a bidder from lot to lot. */
    public byte[] of(UUID lot, String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((lot + "|" + what).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
