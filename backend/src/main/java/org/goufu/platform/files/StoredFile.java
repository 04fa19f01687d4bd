package org.goufu.platform.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was taken, without what is in it.
 *
 * @param name as it was called where it came from, without its folder
 * @param size in bytes
 * @param sha256 digest of the whole content, 64 hexadecimal digits
 */
public record StoredFile(
        UUID id,
        String name,
        FileKind kind,
        long size,
        String sha256,
        UUID uploadedBy,
        String uploadedByName,
        Instant uploadedAt) {}
