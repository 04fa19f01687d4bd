package org.goufu.bidding.domain.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What is wrapped opens with the platform's key at its own place, and nowhere else. */
class WrapTests {
    private static final RandomGenerator DICE =
            RandomGeneratorFactory.of("L64X128MixRandom").create(37);
    private static final byte[] CONTENT = {1, 2, 3};

    private final Wrap wrap = new Wrap(KeyPair.made(DICE), DICE);

    @Test
    void itOpensAtItsPlace() {
        assertThat(wrap.unwrapped("here", wrap.wrapped("here", CONTENT))).isEqualTo(CONTENT);
        assertThat(wrap.wrapped("here", CONTENT)).isNotEqualTo(wrap.wrapped("here", CONTENT));
    }

    @Test
    void itOpensNowhereElseAndUnderNoOtherKey() {
        var wrapped = wrap.wrapped("here", CONTENT);
        assertThatThrownBy(() -> wrap.unwrapped("there", wrapped)).hasMessageContaining("CONTENT");
        assertThatThrownBy(() -> new Wrap(KeyPair.made(DICE), DICE).unwrapped("here", wrapped))
                .hasMessageContaining("CONTENT");
        assertThatThrownBy(() -> wrap.unwrapped("here", new byte[5])).hasMessageContaining("CONTENT");
        for (int i = 0; i < wrapped.length; i++) {
            var changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> wrap.unwrapped("here", changed)).hasMessageContaining("CONTENT");
        }
    }
}
