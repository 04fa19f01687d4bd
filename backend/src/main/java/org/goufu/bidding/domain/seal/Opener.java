package org.goufu.bidding.domain.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Opens an envelope from the holders' shares, or from the key that the bidder kept. */
public final class Opener {
    private final Manifest manifest;
    private final Keyset keyset;

    /** Fails with {@link Fault#KEYSET} when it is sealed to others. */
    public Opener(Manifest manifest, Holders holders) {
        manifest.mustBeSealedTo(holders);
        this.manifest = manifest;
        this.keyset = holders.keyset();
    }

    /** A share as its holder opened it. */
    public record OpenedShare(String kid, byte[] value) {}

    /** Fails with {@link Fault#SHARE} when the key is not the share's, {@link Fault#SHARE_HASH} when the bidder sealed another one. */
    public OpenedShare share(String segment, KeyPair holder) {
        var share = shareOf(segment, holder.kid());
        var value = Hpke.open(
                holder,
                Sharing.info(manifest.coreHash(), segment, share.group()),
                Sharing.aad(share.kid(), share.x()),
                share.box());
        var opened = new OpenedShare(share.kid(), value);
        mustBePromised(segment, opened);
        return opened;
    }

    /** Fails with {@link Fault#SHARE_HASH} unless it is the share that the manifest names for this holder. */
    public void mustBePromised(String segment, OpenedShare opened) {
        var share = shareOf(segment, opened.kid());
        var hash = Sharing.hash(manifest.coreHash(), segment, share.group(), share.x(), opened.value());
        if (!hash.equals(share.hash())) throw new SealException(Fault.SHARE_HASH, opened.kid());
    }

    /**
     * The segment's key from enough shares of every group.
     *
     * <p>Fails with {@link Fault#QUORUM}, {@link Fault#SHARE_HASH} or, when the bidder committed to another key, {@link Fault#COMMIT}.
     */
    public byte[] key(String segment, Collection<OpenedShare> opened) {
        var key = new byte[SegmentKey.LENGTH];
        for (var group : keyset.groups()) {
            var shares = new TreeMap<Integer, byte[]>();
            for (var one : opened) {
                mustBePromised(segment, one);
                var share = shareOf(segment, one.kid());
                if (share.group().equals(group.id()) && shares.size() < group.k()) shares.put(share.x(), one.value());
            }
            if (shares.size() < group.k()) throw new SealException(Fault.QUORUM, group.id());
            Bytes.xorInto(key, Shamir.combine(shares));
        }
        SegmentReader.of(manifest, segment, key);
        return key;
    }

    /**
     * Writes the content of a segment, a chunk at a time.
     *
     * <p>Fails with {@link Fault#COMMIT}, {@link Fault#CHUNK}, {@link Fault#CONTENT} or {@link Fault#PADDING}; what was written until
     * then must be thrown away.
     *
     * @param chunks gives the ciphertext at each place
     */
    public void content(String segment, byte[] cek, IntFunction<byte[]> chunks, OutputStream to) throws IOException {
        var reader = SegmentReader.of(manifest, segment, cek);
        for (int i = 0; i < reader.chunks().size(); i++) to.write(reader.next(chunks.apply(i)));
    }

    private Manifest.Share shareOf(String segment, String kid) {
        return manifest.segment(segment).shares().stream()
                .filter(share -> share.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> new SealException(Fault.SHARE, "not a holder: " + kid));
    }
}
