package org.goufu.bidding.domain.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Opens the chunks of a segment one after the other, so that never more than one is at hand. */
public final class SegmentReader {
    private final Manifest.Segment segment;
    private final SegmentKey key;
    private int next;
    private long left;

    private SegmentReader(Manifest.Segment segment, SegmentKey key) {
        this.segment = segment;
        this.key = key;
    }

    /** Fails with {@link Fault#COMMIT} for a key that is not the one that the bidder committed to. */
    public static SegmentReader of(Manifest manifest, String segment, byte[] cek) {
        var sealed = manifest.segment(segment);
        var key = new SegmentKey(cek, manifest.coreHash(), segment);
        if (!MessageDigest.isEqual(Bytes.ascii(key.commit()), Bytes.ascii(sealed.commit()))) {
            throw new SealException(Fault.COMMIT, segment);
        }
        return new SegmentReader(sealed, key);
    }

    /** The SHA-256 of each chunk, in the order in which they are to be given. */
    public List<String> chunks() {
        return segment.chunks();
    }

    /**
     * What is in the next chunk.
     *
     * <p>Fails with {@link Fault#CHUNK}, {@link Fault#CONTENT} or {@link Fault#PADDING}; what was read until then must be thrown away.
     */
    public byte[] next(byte[] chunk) {
        int index = next++;
        if (!Bytes.hex(Bytes.sha256(chunk)).equals(segment.chunks().get(index))) {
            throw new SealException(Fault.CHUNK, segment.id() + " " + index);
        }
        var plain = ByteBuffer.wrap(key.open(index, index == segment.chunks().size() - 1, chunk));
        if (plain.remaining() != new Core.Segment(segment.id(), segment.paddedLen()).chunkLength(index)) {
            throw new SealException(Fault.PADDING, "a short chunk");
        }
        if (index == 0) left = length(plain);
        int from = plain.position();
        int to = from + (int) Math.min(left, plain.remaining());
        left -= to - from;
        plain.position(to);
        while (plain.hasRemaining()) if (plain.get() != 0) throw new SealException(Fault.PADDING, "not zeros");
        return Arrays.copyOfRange(plain.array(), from, to);
    }

    private long length(ByteBuffer first) {
        long length = first.getLong();
        if (length < 0 || length > segment.paddedLen() || Padding.padded(length) != segment.paddedLen()) {
            throw new SealException(Fault.PADDING, "another length");
        }
        return length;
    }
}
