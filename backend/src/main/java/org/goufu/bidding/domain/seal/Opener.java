package org.goufu.bidding.domain.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Opens an envelope from the holders' shares, or from the key that the bidder kept. */
public final class Opener {
    private final Manifest manifest;
    private final Keyset keyset;

    /** Fails with {@link Fault#KEYSET} when it is sealed to others. */
    public Opener(Manifest manifest, byte[] keysetDocument) {
        manifest.mustBeSealedTo(keysetDocument);
        this.manifest = manifest;
        this.keyset = Keyset.read(keysetDocument);
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
        key(segment, key);
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
        var key = key(segment, cek);
        var sealed = manifest.segment(segment);
        long left = 0;
        for (int i = 0; i < sealed.chunks().size(); i++) {
            var chunk = chunks.apply(i);
            if (!Bytes.hex(Bytes.sha256(chunk)).equals(sealed.chunks().get(i))) {
                throw new SealException(Fault.CHUNK, segment + " " + i);
            }
            boolean last = i == sealed.chunks().size() - 1;
            var plain = ByteBuffer.wrap(key.open(i, last, chunk));
            if (plain.remaining() != chunkLength(sealed, i)) throw new SealException(Fault.PADDING, "a short chunk");
            if (i == 0) left = length(plain, sealed);
            int content = (int) Math.min(left, plain.remaining());
            to.write(plain.array(), plain.position(), content);
            left -= content;
            plain.position(plain.position() + content);
            while (plain.hasRemaining()) if (plain.get() != 0) throw new SealException(Fault.PADDING, "not zeros");
        }
    }

    private static int chunkLength(Manifest.Segment segment, int index) {
        return new Core.Segment(segment.id(), segment.paddedLen()).chunkLength(index);
    }

    private static long length(ByteBuffer first, Manifest.Segment segment) {
        long length = first.getLong();
        if (length < 0 || length > segment.paddedLen() || Padding.padded(length) != segment.paddedLen()) {
            throw new SealException(Fault.PADDING, "another length");
        }
        return length;
    }

    private SegmentKey key(String segment, byte[] cek) {
        var key = new SegmentKey(cek, manifest.coreHash(), segment);
        if (!MessageDigest.isEqual(
                Bytes.ascii(key.commit()), Bytes.ascii(manifest.segment(segment).commit()))) {
            throw new SealException(Fault.COMMIT, segment);
        }
        return key;
    }

    private Manifest.Share shareOf(String segment, String kid) {
        return manifest.segment(segment).shares().stream()
                .filter(share -> share.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> new SealException(Fault.SHARE, "not a holder: " + kid));
    }
}
