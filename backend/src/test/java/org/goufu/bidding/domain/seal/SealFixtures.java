package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** Holders, keysets and envelopes made from a seed. */
final class SealFixtures {
    private static final int HASH = 32;

    private SealFixtures() {}

    /** @param keys of the members of each group, in their order */
    record House(byte[] document, List<List<KeyPair>> keys) {
        Stream<KeyPair> everybody() {
            return keys.stream().flatMap(List::stream);
        }
    }

    record Made(House house, SequencedMap<String, byte[]> contents, Sealer.Sealed sealed) {
        Manifest manifest() {
            return Manifest.read(sealed.manifest());
        }
    }

    static RandomGenerator dice(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** @param sizes of each group, as k and n */
    static House house(RandomGenerator dice, int[]... sizes) {
        var names = List.of("department", "platform", "supervision", "extra");
        var keys = new ArrayList<List<KeyPair>>();
        var groups = new ArrayList<Keyset.Group>();
        for (int i = 0; i < sizes.length; i++) {
            var pairs =
                    Stream.generate(() -> KeyPair.made(dice)).limit(sizes[i][1]).toList();
            keys.add(pairs);
            groups.add(new Keyset.Group(
                    names.get(i),
                    sizes[i][0],
                    pairs.stream()
                            .map(pair -> Keyset.Member.of(pair.publicKey()))
                            .toList()));
        }
        return new House(new Keyset(groups).write(), keys);
    }

    /** As below the purchase limit: one of the department's two, and the platform. */
    static House small(RandomGenerator dice) {
        return house(dice, new int[] {1, 2}, new int[] {1, 1});
    }

    static Made made(RandomGenerator dice, House house, int... lengths) {
        var contents = new LinkedHashMap<String, byte[]>();
        var names = List.of("price", "tech", "cred", "att-1", "att-2");
        for (int i = 0; i < lengths.length; i++) contents.put(names.get(i), bytes(dice, lengths[i]));
        var draft = new Sealer.Draft(
                id(dice, 7),
                id(dice, 7),
                Bytes.hex(bytes(dice, HASH)),
                id(dice, 7),
                Stream.generate(() -> id(dice, 7))
                        .limit(dice.nextInt(3))
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList(),
                Bytes.hex(bytes(dice, HASH)),
                dice.nextBoolean() ? id(dice, 7) : null);
        return new Made(house, contents, Sealer.seal(draft, house.document(), contents, dice));
    }

    /** For one who has only the document: another than the one that the manifest names is not even read. */
    static Opener opener(Manifest manifest, byte[] document) {
        if (!Keyset.hash(document).equals(manifest.core().keysetHash())) {
            throw new SealException(Fault.KEYSET, "it names another keyset");
        }
        return new Opener(manifest, Holders.of(document));
    }

    static byte[] bytes(RandomGenerator dice, int length) {
        var bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    static UUID id(RandomGenerator dice, int version) {
        return new UUID(
                dice.nextLong() & 0xffff_ffff_ffff_0fffL | (long) version << 12,
                dice.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}
