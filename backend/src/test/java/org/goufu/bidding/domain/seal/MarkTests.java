package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Equal addresses of a lot have equal marks, and nothing else follows from a mark. */
class MarkTests {
    private static final RandomGenerator DICE =
            RandomGeneratorFactory.of("L64X128MixRandom").create(41);
    private static final UUID LOT = new UUID(1, 2);
    private static final String ADDRESS = "203.0.113.7";

    private final KeyPair platform = KeyPair.made(DICE);
    private final Mark mark = new Mark(platform);

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    /** RFC 5869 by hand: extract with zeros for salt, expand one block. */
    @Test
    void itIsAKeyedHashUnderAKeyOfItsOwn() throws GeneralSecurityException {
        var extracted = hmac(new byte[32], platform.privateKey());
        var key = hmac(extracted, Bytes.joined(Bytes.ascii("goufu-mark/1"), new byte[] {1}));
        assertThat(mark.of(LOT, ADDRESS)).isEqualTo(hmac(key, (LOT + "|" + ADDRESS).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itTellsEqualFromUnequalWithinOneLotOnly() {
        assertThat(mark.of(LOT, ADDRESS)).isEqualTo(new Mark(platform).of(LOT, ADDRESS));
        var all = new HashSet<String>();
        all.add(Bytes.hex(mark.of(LOT, ADDRESS)));
        all.add(Bytes.hex(mark.of(LOT, "203.0.113.8")));
        all.add(Bytes.hex(mark.of(new UUID(1, 3), ADDRESS)));
        all.add(Bytes.hex(new Mark(KeyPair.made(DICE)).of(LOT, ADDRESS)));
        assertThat(all).hasSize(4);
    }
}
