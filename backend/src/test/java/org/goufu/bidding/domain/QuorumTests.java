package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.junit.jupiter.api.Test;

/** Who is waited for: two of three officers and one of two supervisors open a bid. */
class QuorumTests {
    private static final Quorum QUORUM =
            new Quorum(List.of(new Quorum.Group(2, Set.of("a", "b", "c")), new Quorum.Group(1, Set.of("x", "y"))));

    private static boolean isSettled(String given, String unopened) {
        return QUORUM.isSettled(kids(given), kids(given + unopened));
    }

    private static Set<String> kids(String letters) {
        return Set.of(letters.split("(?!^)"));
    }

    @Test
    void enoughOfEachGroupGaveTheirs() {
        assertThat(isSettled("abx", "")).isTrue();
        assertThat(isSettled("acy", "b")).isTrue();
        for (var tooFew : List.of("a", "ab", "ax", "xy", "abc")) {
            assertThat(isSettled(tooFew, "")).as(tooFew).isFalse();
        }
    }

    /** A share that could not be opened is none: whoever is left is asked. */
    @Test
    void whoCouldNotOpenTakesNobodysPlace() {
        assertThat(isSettled("ax", "b")).isFalse();
        assertThat(isSettled("ab", "x")).isFalse();
    }

    @Test
    void nobodyIsWaitedForWhenItIsInVain() {
        assertThat(isSettled("a", "bc")).isTrue();
        assertThat(isSettled("x", "ab")).isTrue();
        assertThat(isSettled("ab", "xy")).isTrue();
    }

    /** It gives its share by itself. */
    @Test
    void thePlatformIsNotAsked() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2770);
        var officer = Keyset.Member.of(KeyPair.made(random).publicKey());
        var gate = Keyset.Member.of(KeyPair.made(random).publicKey());
        var quorum = Quorum.of(new Keyset(List.of(
                new Keyset.Group("department", 1, List.of(officer)), new Keyset.Group("platform", 1, List.of(gate)))));
        assertThat(quorum.isSettled(Set.of(), Set.of())).isFalse();
        assertThat(quorum.isSettled(Set.of(officer.kid()), Set.of(officer.kid())))
                .isTrue();
    }
}
