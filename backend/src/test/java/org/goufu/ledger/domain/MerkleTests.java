package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTests {
    /** The inputs of the test vectors that implementations of RFC 6962 share. */
    private static final List<Hash> SHARED = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .map(Hash::leaf)
            .toList();

    private static final int SIZES = 130;

    static IntStream sizes() {
        return IntStream.rangeClosed(1, SIZES);
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootsThatTheFieldAgreesOn(int size, String root) {
        assertThat(frontier(SHARED.subList(0, size)).root()).hasToString(root);
        assertThat(whole(SHARED.subList(0, size))).hasToString(root);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theRootFromOutsideIsTheRootFromWithin(int size) {
        var leaves = leaves(size);
        assertThat(frontier(leaves).root()).isEqualTo(recursive(leaves)).isEqualTo(whole(leaves));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyLeafIsProvedAndNoOtherIs(int size) {
        var leaves = leaves(size);
        var root = recursive(leaves);
        var stranger = Hash.leaf(new byte[] {42});
        for (int index = 0; index < size; index++) {
            var path = path(Path.inclusion(index, size), leaves);
            assertThat(Proof.rootOf(leaves.get(index), index, size, path)).contains(root);
            assertThat(Proof.rootOf(stranger, index, size, path))
                    .isPresent()
                    .get()
                    .isNotEqualTo(root);
            assertThat(Proof.rootOf(leaves.get(index), index + 1, size, path))
                    .isNotEqualTo(java.util.Optional.of(root));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 64, 65})
    void aGrownTreeBeginsWithTheOneBefore(int size) {
        var leaves = leaves(size);
        var root = recursive(leaves);
        for (int before = 1; before <= size; before++) {
            var old = recursive(leaves.subList(0, before));
            var path = path(Path.consistency(before, size), leaves);
            assertThat(Proof.isConsistent(before, old, size, root, path)).isTrue();
            assertThat(Proof.isConsistent(before, Hash.leaf(new byte[] {1, 2}), size, root, path))
                    .isFalse();
            if (before < size) {
                assertThat(Proof.isConsistent(before, old, size, old, path)).isFalse();
            }
        }
    }

    @Test
    void aProofThatWasTouchedProvesNothing() {
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 500; round++) {
            int size = 2 + dice.nextInt(300);
            int index = dice.nextInt(size);
            var leaves = leaves(size);
            var path = new ArrayList<>(path(Path.inclusion(index, size), leaves));
            int place = dice.nextInt(path.size());
            switch (dice.nextInt(3)) {
                case 0 -> path.remove(place);
                case 1 -> path.add(place, Hash.leaf(new byte[] {9}));
                default -> path.set(place, Hash.leaf(new byte[] {9}));
            }
            assertThat(Proof.rootOf(leaves.get(index), index, size, path))
                    .isNotEqualTo(java.util.Optional.of(recursive(leaves)));
        }
    }

    @Test
    void asksForNoLeafThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> Path.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Path.inclusion(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Path.consistency(6, 5));
        assertThat(Proof.rootOf(Hash.EMPTY, 5, 5, List.of())).isEmpty();
        assertThat(Proof.isConsistent(6, Hash.EMPTY, 5, Hash.EMPTY, List.of())).isFalse();
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(("act " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }

    /** As RFC 9162 2.1.1 defines it. */
    static Hash recursive(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.EMPTY;
        if (leaves.size() == 1) return leaves.getFirst();
        int fork = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(recursive(leaves.subList(0, fork)), recursive(leaves.subList(fork, leaves.size())));
    }

    private static Hash whole(List<Hash> leaves) {
        return new Span(0, leaves.size()).hash(node -> subtree(node, leaves));
    }

    private static Hash subtree(Node node, List<Hash> leaves) {
        return recursive(leaves.subList((int) node.first(), (int) (node.first() + node.leaves())));
    }

    private static List<Hash> path(List<Span> parts, List<Hash> leaves) {
        return parts.stream()
                .map(part -> part.hash(node -> subtree(node, leaves)))
                .toList();
    }

    private static Frontier frontier(List<Hash> leaves) {
        var frontier = Frontier.EMPTY;
        for (var leaf : leaves) frontier = frontier.with(leaf);
        return frontier;
    }
}
