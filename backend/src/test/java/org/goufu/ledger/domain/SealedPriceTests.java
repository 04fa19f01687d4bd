package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.Sealer;
import org.goufu.kernel.Ids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier's own reading and the code that seals agree, also over several pieces. */
class SealedPriceTests {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_000, 524_280, 524_281, 1_200_000})
    void readsWhatWasSealed(int length) {
        var text = "9".repeat(length);
        var holder = KeyPair.made(new Random(7));
        var keyset = new Keyset(
                        List.of(new Keyset.Group("purchaser", 1, List.of(Keyset.Member.of(holder.publicKey())))))
                .write();
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("price", text.getBytes(StandardCharsets.UTF_8));
        contents.put("tech", new byte[] {1});
        var draft = new Sealer.Draft(
                Ids.next(), new UUID(1, 1), "0".repeat(64), new UUID(2, 2), List.of(), "0".repeat(64), null);
        var sealed = Sealer.seal(draft, keyset, contents, new Random(8));
        var read = SealedPrice.of(new String(sealed.manifest(), StandardCharsets.UTF_8));

        assertThat(read.isOf(
                        draft.envelopeId().toString(),
                        draft.lotId().toString(),
                        draft.orgId().toString()))
                .isTrue();
        var key = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sealed.keys().get("price"));
        assertThat(read.opened(key, sealed.chunks().get("price"))).contains(text);
        var other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sealed.keys().get("tech"));
        assertThat(read.opened(other, sealed.chunks().get("price"))).isEmpty();
    }
}
