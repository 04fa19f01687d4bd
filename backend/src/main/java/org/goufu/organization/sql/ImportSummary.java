package org.goufu.organization.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.domain.ColumnMapping;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportState;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param done rows that the present step has dealt with, of {@code total}
 * @param problem code of what kept the last step from ending as asked
 * @param earlier the last import of the very same file
 */
public record ImportSummary(
        UUID id,
        ImportKind kind,
        ImportState state,
        boolean unattended,
        String byName,
        String fileName,
        long fileSize,
        Instant createdAt,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        int done,
        int total,
        Counts counts,
        @Nullable ColumnMapping mapping,
        @Nullable String problem,
        List<String> problemValues,
        @Nullable Earlier earlier,
        long version) {

    /** Rows by what becomes of them; after undoing, how many were restored and how many were left as somebody changed them. */
    public record Counts(int created, int changed, int unchanged, int refused, int undone, int kept) {}

    public record Earlier(UUID id, ImportState state, Instant createdAt) {}
}
