package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an implementation that is not ours. */
class ShamirTests {
    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,2", "2,3", "3,5", "7,9"})
    void ourSharesAreCombinedByAnotherProgram(int k, int n) throws IOException {
        var dice = SealFixtures.dice(k * 10L + n);
        var secret = SealFixtures.bytes(dice, 32);
        var parts = Shamir.split(secret, k, n, dice);
        var last = IntStream.rangeClosed(n - k + 1, n)
                .mapToObj(x -> new ShamirSplitSecretShare(parts.get(x - 1), x))
                .toArray(ShamirSplitSecretShare[]::new);
        var theirs = new ShamirSplitSecret(ShamirSecretSplitter.Algorithm.AES, ShamirSecretSplitter.Mode.Native, last);
        assertThat(theirs.getSecret()).isEqualTo(secret);
    }
}
