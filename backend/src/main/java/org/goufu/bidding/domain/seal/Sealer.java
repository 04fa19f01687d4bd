package org.goufu.bidding.domain.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Seals contents that are at hand as a whole, as the browser does it in pieces. */
public final class Sealer {
    private Sealer() {}

    /** What the bidder says of his bid besides its contents; see {@link Core}. */
    public record Draft(
            UUID envelopeId,
            UUID lotId,
            String noticeHash,
            UUID orgId,
            List<UUID> actingFor,
            String rosterHash,
            @Nullable UUID replaces) {}

    /**
     * @param chunks the ciphertext of each segment
     * @param keys of each segment, for the bidder's recovery file
     */
    public record Sealed(byte[] manifest, Map<String, List<byte[]>> chunks, Map<String, byte[]> keys) {}

    /** @param contents by segment, in their order */
    public static Sealed seal(
            Draft draft, byte[] keysetDocument, SequencedMap<String, byte[]> contents, RandomGenerator random) {
        var keyset = Keyset.read(keysetDocument);
        var parts = contents.entrySet().stream()
                .map(part -> new Core.Segment(part.getKey(), Padding.padded(part.getValue().length)))
                .toList();
        var core = new Core(
                draft.envelopeId(),
                draft.lotId(),
                draft.noticeHash(),
                Keyset.hash(keysetDocument),
                draft.orgId(),
                draft.actingFor(),
                draft.rosterHash(),
                parts,
                draft.replaces());
        var bytes = core.write();
        var coreHash = Bytes.sha256(bytes);
        var segments = new ArrayList<Manifest.Segment>();
        var chunks = new LinkedHashMap<String, List<byte[]>>();
        var keys = new LinkedHashMap<String, byte[]>();
        for (var part : parts) {
            var shared = Sharing.among(keyset, coreHash, part.id(), random);
            var key = new SegmentKey(shared.cek(), coreHash, part.id());
            var sealed = chunks(key, part, contents.get(part.id()));
            chunks.put(part.id(), sealed);
            keys.put(part.id(), shared.cek());
            segments.add(new Manifest.Segment(
                    part.id(),
                    part.paddedLen(),
                    key.commit(),
                    sealed.stream().map(chunk -> Bytes.hex(Bytes.sha256(chunk))).toList(),
                    shared.shares()));
        }
        return new Sealed(Manifest.write(bytes, segments), chunks, keys);
    }

    private static List<byte[]> chunks(SegmentKey key, Core.Segment part, byte[] content) {
        var padded =
                Arrays.copyOf(Bytes.joined(Padding.header(content.length), content), Math.toIntExact(part.paddedLen()));
        var chunks = new ArrayList<byte[]>();
        for (int i = 0; i < part.chunks(); i++) {
            int from = i * Core.CHUNK_SIZE;
            var plain = Arrays.copyOfRange(padded, from, from + part.chunkLength(i));
            chunks.add(key.seal(i, i == part.chunks() - 1, plain));
        }
        return chunks;
    }
}
