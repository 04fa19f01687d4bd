package org.goufu.bidding.domain.seal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an envelope is: everything sealed in it is bound to the hash of these bytes.
 *
 * @param envelopeId made by the bidder, version 7
 * @param noticeHash SHA-256 of the notice's canonical text, in hexadecimal like all hashes
 * @param keysetHash of the holders that it is sealed to
 * @param orgId the bidder, who signs
 * @param actingFor the filed groups that a federation answers with, sorted
 * @param rosterHash of what the bidder says of these groups
 * @param replaces the bidder's earlier envelope
 */
public record Core(
        UUID envelopeId,
        UUID lotId,
        String noticeHash,
        String keysetHash,
        UUID orgId,
        List<UUID> actingFor,
        String rosterHash,
        List<Segment> segments,
        @Nullable UUID replaces) {
    /** Of plaintext. */
    public static final int CHUNK_SIZE = 512 * 1024;
    /** Of all segments together. */
    public static final long LARGEST = 200L * 1024 * 1024;

    static final String ALLOCATION = "allocation";
    private static final Set<String> SINGLE = Set.of("price", "tech", "cred", ALLOCATION);
    private static final Pattern ATTACHMENT = Pattern.compile("att-[1-9][0-9]?");
    private static final Set<String> REQUIRED = Set.of(
            "actingFor",
            "envelopeId",
            "keysetHash",
            "lotId",
            "noticeHash",
            "orgId",
            "rosterHash",
            "segments",
            "suite",
            "v");
    private static final Set<String> OF_SEGMENT = Set.of("chunkSize", "chunks", "id", "paddedLen");
    private static final int MOST_SEGMENTS = 20;
    private static final int MOST_GROUPS = 200;
    private static final int VERSION_OF_IDS = 7;

    /** @param id price, tech, cred, allocation or att-1, att-2, ... */
    public record Segment(String id, long paddedLen) {
        public int chunks() {
            return Math.toIntExact((paddedLen + CHUNK_SIZE - 1) / CHUNK_SIZE);
        }

        /** Of plaintext; the last one is shorter. */
        int chunkLength(int index) {
            return Math.toIntExact(Math.min(CHUNK_SIZE, paddedLen - (long) index * CHUNK_SIZE));
        }
    }

    public Core {
        actingFor = List.copyOf(actingFor);
        segments = List.copyOf(segments);
    }

    /** Whether it says how the price is divided among groups. */
    public boolean isAllocated() {
        return segments.stream().anyMatch(segment -> segment.id().equals(ALLOCATION));
    }

    byte[] write() {
        var fields = new TreeMap<String, Object>();
        fields.put("actingFor", actingFor);
        fields.put("envelopeId", envelopeId);
        fields.put("keysetHash", keysetHash);
        fields.put("lotId", lotId);
        fields.put("noticeHash", noticeHash);
        fields.put("orgId", orgId);
        if (replaces != null) fields.put("replaces", replaces);
        fields.put("rosterHash", rosterHash);
        fields.put("segments", segments.stream().map(Core::written).toList());
        fields.put("suite", Keyset.SUITE);
        fields.put("v", 1);
        return Canonical.write(fields);
    }

    static Core read(byte[] bytes) {
        var fields = Fields.of(Canonical.read(bytes), REQUIRED, Set.of("replaces"));
        fields.is("v", 1L);
        fields.is("suite", Keyset.SUITE);
        var core = new Core(
                fields.id("envelopeId"),
                fields.id("lotId"),
                fields.hash("noticeHash"),
                fields.hash("keysetHash"),
                fields.id("orgId"),
                fields.list("actingFor", 0, MOST_GROUPS, Fields::idItem),
                fields.hash("rosterHash"),
                fields.list("segments", 1, MOST_SEGMENTS, Core::segment),
                fields.has("replaces") ? fields.id("replaces") : null);
        core.mustHold();
        return core;
    }

    private void mustHold() {
        if (envelopeId.version() != VERSION_OF_IDS) throw SealException.malformed("envelopeId is not of version 7");
        if (envelopeId.equals(replaces)) throw SealException.malformed("it replaces itself");
        var groups = actingFor.stream().map(UUID::toString).toList();
        if (!groups.equals(groups.stream().sorted().distinct().toList())) {
            throw SealException.malformed("actingFor is not sorted");
        }
        var ids = new HashSet<String>();
        if (!segments.stream().map(Segment::id).allMatch(ids::add)) throw SealException.malformed("a segment twice");
        if (segments.stream().mapToLong(Segment::paddedLen).sum() > LARGEST) throw SealException.malformed("too large");
    }

    static boolean isSegmentId(String text) {
        return SINGLE.contains(text) || ATTACHMENT.matcher(text).matches();
    }

    private static Segment segment(Object value) {
        var fields = Fields.of(value, OF_SEGMENT);
        fields.is("chunkSize", (long) CHUNK_SIZE);
        var segment = new Segment(fields.text("id", Core::isSegmentId), fields.longNumber("paddedLen", 1, LARGEST));
        if (!Padding.isPadded(segment.paddedLen())) throw SealException.malformed("paddedLen");
        fields.is("chunks", (long) segment.chunks());
        return segment;
    }

    private static TreeMap<String, Object> written(Segment segment) {
        var fields = new TreeMap<String, Object>();
        fields.put("chunkSize", CHUNK_SIZE);
        fields.put("chunks", segment.chunks());
        fields.put("id", segment.id());
        fields.put("paddedLen", segment.paddedLen());
        return fields;
    }
}
