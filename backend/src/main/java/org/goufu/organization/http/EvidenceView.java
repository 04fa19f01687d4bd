package org.goufu.organization.http;

import java.time.Instant;
import java.util.UUID;
import org.goufu.platform.files.StoredFile;

/** A file that shows a fact. */
record EvidenceView(UUID id, String name, String mediaType, long size, String sha256, Instant uploadedAt) {
    static EvidenceView of(StoredFile file) {
        return new EvidenceView(
                file.id(), file.name(), file.kind().mediaType(), file.size(), file.sha256(), file.uploadedAt());
    }
}
