package org.goufu.bidding.domain;

import java.util.UUID;
import org.goufu.bidding.domain.seal.Bytes;

/**
 * A piece of an envelope's ciphertext.
 *
 * @param digest its SHA-256 in hexadecimal digits
 */
public record Chunk(UUID envelope, UUID lot, UUID body, String digest, byte[] content) {
    /** 512 KiB and the tag of AES-GCM (security.md 3.4). */
    public static final int MOST_BYTES = 512 * 1024 + 16;

    /** Fails with {@code bid/chunk-damaged} for bytes that are not those of the digest. */
    public Chunk {
        if (!Bytes.hex(Bytes.sha256(content)).equals(digest)) throw BidProblem.CHUNK_DAMAGED.raise();
    }
}
