package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Divides the key of a segment among the holders: the groups' secrets make it together, and the members of a group make theirs. */
final class Sharing {
    private Sharing() {}

    /** @param cek the sum of the groups' secrets */
    record Shared(byte[] cek, List<Manifest.Share> shares) {}

    static Shared among(Keyset keyset, byte[] coreHash, String segment, RandomGenerator random) {
        var cek = new byte[SegmentKey.LENGTH];
        var shares = new ArrayList<Manifest.Share>();
        for (var group : keyset.groups()) {
            var secret = new byte[SegmentKey.LENGTH];
            random.nextBytes(secret);
            Bytes.xorInto(cek, secret);
            var parts = Shamir.split(secret, group.k(), group.members().size(), random);
            for (int i = 0; i < parts.size(); i++) {
                var member = group.members().get(i);
                int x = i + 1;
                var box = Hpke.seal(
                        member.pub(), info(coreHash, segment, group.id()), aad(member.kid(), x), parts.get(i));
                var hash = hash(coreHash, segment, group.id(), x, parts.get(i));
                shares.add(new Manifest.Share(group.id(), member.kid(), x, box, hash));
            }
        }
        return new Shared(cek, shares);
    }

    /** What a share is for: it opens for nothing else. */
    static byte[] info(byte[] coreHash, String segment, String group) {
        return Bytes.joined(Bytes.ascii("goufu-seal/1|"), coreHash, Bytes.ascii(segment + "|" + group));
    }

    static byte[] aad(String kid, int x) {
        return Bytes.joined(Bytes.ascii(kid), new byte[] {(byte) x});
    }

    /** By which a bad share names its holder, or its bidder. */
    static String hash(byte[] coreHash, String segment, String group, int x, byte[] share) {
        return Bytes.hex(Bytes.sha256(
                Bytes.ascii("goufu-seal/1 sh"),
                coreHash,
                Bytes.ascii(segment + "|" + group + "|"),
                new byte[] {(byte) x},
                share));
    }
}
