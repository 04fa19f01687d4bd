package org.goufu.matching.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.matching.domain.Citation;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;

/**
 * One thing on record on which a verdict rests.
 *
 * @param kindName what it is, in the caller's language
 * @param number how many, or fen for a mandate; null where it says nothing
 */
record CitationView(
        Citation.Type type,
        UUID id,
        UUID bodyId,
        Citation.Kind kind,
        String kindName,
        String value,
        @Nullable Long number,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant knownAt,
        @Nullable String source,
        @Nullable FactOrigin origin,
        @Nullable UUID evidenceId,
        @Nullable Instant confirmedAt) {}
