package org.goufu.ledger.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The price of a bid as it was sealed ({@code GOUFU-SEAL/1}), read here a second time and without the code that opens bids: whoever
 * distrusts that code needs not run it.
 *
 * @param core what the manifest says of the bid
 * @param commit to the key of the price
 * @param chunks SHA-256 of each piece of ciphertext, in order
 */
record SealedPrice(Map<String, Object> core, byte[] coreHash, String commit, List<String> chunks) {
    private static final String SEGMENT = "price";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int COUNTER_AT = 7;
    private static final int TAG_BITS = 128;

    static SealedPrice of(String manifest) {
        var read = Json.members(manifest);
        var core = StrictBase64.in(read, "core");
        var price = Json.objects(read, "segments").stream()
                .filter(segment -> SEGMENT.equals(segment.get("id")))
                .findFirst()
                .orElse(Map.of());
        return new SealedPrice(
                Json.members(new String(core, StandardCharsets.UTF_8)),
                Hash.sha256(core),
                Json.text(price, "commit").orElse(""),
                Json.texts(price, "chunks"));
    }

    boolean isOf(String envelope, String lot, String body) {
        return says("envelopeId").equals(envelope)
                && says("lotId").equals(lot)
                && says("orgId").equals(body);
    }

    /** The digest of the notice that it answers. */
    String notice() {
        return says("noticeHash");
    }

    /** The digest of the document that says who opens it. */
    String keyset() {
        return says("keysetHash");
    }

    /** What is in it; empty when the key is not the one that the bidder committed to, or the ciphertext not what he sealed. */
    Optional<String> opened(String key, List<byte[]> ciphertext) {
        try {
            var cek = StrictBase64.read(key);
            if (!HexFormat.of().formatHex(derived(cek, "com")).equals(commit)) return Optional.empty();
            var parts = new ArrayList<byte[]>();
            for (int i = 0; i < ciphertext.size(); i++) {
                var chunk = ciphertext.get(i);
                if (!HexFormat.of().formatHex(Hash.sha256(chunk)).equals(chunks.get(i))) return Optional.empty();
                parts.add(cipher(derived(cek, "enc"), i, i == ciphertext.size() - 1)
                        .doFinal(chunk));
            }
            return content(parts);
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** Its length stands in front, zeros behind. */
    private static Optional<String> content(List<byte[]> parts) {
        var whole =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(whole::put);
        whole.flip();
        if (whole.remaining() < Long.BYTES) return Optional.empty();
        long length = whole.getLong();
        if (length < 0 || length > whole.remaining()) return Optional.empty();
        int from = whole.position();
        return Optional.of(
                new String(Arrays.copyOfRange(whole.array(), from, from + (int) length), StandardCharsets.UTF_8));
    }

    private Cipher cipher(byte[] key, int index, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE)
                .position(COUNTER_AT)
                .putInt(index)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(coreHash);
        cipher.updateAAD(SEGMENT.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private byte[] derived(byte[] cek, String purpose) throws GeneralSecurityException {
        var info = ("goufu-seal/1 " + purpose + "|" + SEGMENT).getBytes(StandardCharsets.US_ASCII);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(cek)
                        .addSalt(coreHash)
                        .thenExpand(info, KEY));
    }

    private String says(String name) {
        return Json.text(core, name).orElse("");
    }
}
