package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of an envelope that is submitted and signed: what it is, the hashes of its ciphertext, and a share of every segment's key
 * for each holder.
 *
 * @param bytes as the bidder made them: they are hashed and signed, never rewritten
 * @param coreHash SHA-256 of the core's bytes
 */
public record Manifest(byte[] bytes, byte[] coreHash, Core core, List<Segment> segments) {
    public static final int LARGEST = 256 * 1024;

    static final String FORMAT = "GOUFU-SEAL/1";

    private static final Set<String> OF_SEGMENT = Set.of("chunks", "commit", "id", "shares");
    private static final Set<String> OF_SHARE = Set.of("ct", "enc", "group", "hash", "kid", "x");
    private static final int MOST_CHUNKS = 512;
    private static final int MOST_SHARES = 120;

    /**
     * @param commit to the segment's key
     * @param chunks the SHA-256 of each part of the ciphertext, in order
     */
    public record Segment(String id, long paddedLen, String commit, List<String> chunks, List<Share> shares) {
        public Segment {
            chunks = List.copyOf(chunks);
            shares = List.copyOf(shares);
        }
    }

    /**
     * @param x of Shamir's polynomial
     * @param hash of what is sealed in the box
     */
    public record Share(String group, String kid, int x, Hpke.Box box, String hash) {
        Holders.Holder holder() {
            return new Holders.Holder(group, kid, x);
        }
    }

    public Manifest {
        segments = List.copyOf(segments);
    }

    /** Fails with {@link Fault#MALFORMED} for everything that is not a manifest to the letter. */
    public static Manifest read(byte[] bytes) {
        if (bytes.length > LARGEST) throw SealException.malformed("a manifest is shorter");
        var fields = Fields.of(Canonical.read(bytes), Set.of("core", "format", "segments"));
        fields.is("format", FORMAT);
        var coreBytes = fields.bytes("core", 1, LARGEST);
        var core = Core.read(coreBytes);
        var read =
                fields.list("segments", core.segments().size(), core.segments().size(), Manifest::segment);
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < read.size(); i++)
            segments.add(matching(read.get(i), core.segments().get(i)));
        return new Manifest(bytes.clone(), Bytes.sha256(coreBytes), core, segments);
    }

    /** Under which the ledger and the receipt know it. */
    public String hash() {
        return Bytes.hex(Bytes.sha256(bytes));
    }

    /** Fails with {@link Fault#SIGNATURE} unless the bidder's key signed exactly these bytes. */
    public void mustBeSignedBy(byte[] publicKey, byte[] signature) {
        if (!EcdsaP256.isSigned(bytes, signature, publicKey)) {
            throw new SealException(Fault.SIGNATURE, "not signed with this key");
        }
    }

    /** Fails with {@link Fault#KEYSET} unless every segment has a share for each holder of exactly the document that it names. */
    public void mustBeSealedTo(Holders holders) {
        if (!holders.keysetHash().equals(core.keysetHash())) {
            throw new SealException(Fault.KEYSET, "it names another keyset");
        }
        for (var segment : segments) {
            var given = segment.shares().stream().map(Share::holder).toList();
            if (!given.equals(holders.shares())) {
                throw new SealException(Fault.KEYSET, "other holders in " + segment.id());
            }
        }
    }

    public Segment segment(String id) {
        return segments.stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SealException.malformed("no segment " + id));
    }

    static byte[] write(byte[] core, List<Segment> segments) {
        return Canonical.write(Map.of(
                "core",
                Bytes.base64(core),
                "format",
                FORMAT,
                "segments",
                segments.stream().map(Manifest::written).toList()));
    }

    private static Segment segment(Object value) {
        var fields = Fields.of(value, OF_SEGMENT);
        return new Segment(
                fields.text("id", Core::isSegmentId),
                0,
                fields.hash("commit"),
                fields.list("chunks", 1, MOST_CHUNKS, Fields::hashItem),
                fields.list("shares", 1, MOST_SHARES, Manifest::share));
    }

    private static Segment matching(Segment read, Core.Segment promised) {
        if (!read.id().equals(promised.id())) throw SealException.malformed("segments in another order");
        if (read.chunks().size() != promised.chunks()) throw SealException.malformed("chunks of " + read.id());
        return new Segment(read.id(), promised.paddedLen(), read.commit(), read.chunks(), read.shares());
    }

    private static Share share(Object value) {
        var fields = Fields.of(value, OF_SHARE);
        return new Share(
                fields.text("group", Keyset::isGroupId),
                fields.text("kid", Keyset::isKid),
                fields.number("x", 1, 255),
                new Hpke.Box(
                        fields.bytes("enc", Hpke.PUBLIC_LENGTH, Hpke.PUBLIC_LENGTH),
                        fields.bytes("ct", SegmentKey.LENGTH + SegmentKey.TAG, SegmentKey.LENGTH + SegmentKey.TAG)),
                fields.hash("hash"));
    }

    private static Map<String, Object> written(Segment segment) {
        return Map.of(
                "chunks",
                segment.chunks(),
                "commit",
                segment.commit(),
                "id",
                segment.id(),
                "shares",
                segment.shares().stream()
                        .map(share -> Map.of(
                                "ct",
                                Bytes.base64(share.box().ciphertext()),
                                "enc",
                                Bytes.base64(share.box().enc()),
                                "group",
                                share.group(),
                                "hash",
                                share.hash(),
                                "kid",
                                share.kid(),
                                "x",
                                share.x()))
                        .toList());
    }
}
