package org.goufu.organization.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.organization.domain.ColumnMapping.Column;
import org.goufu.organization.domain.ImportKind;
import org.goufu.organization.domain.ImportState;
import org.goufu.organization.sql.ImportSummary;
import org.goufu.platform.http.Texts;
import org.jspecify.annotations.Nullable;

/** An import with its problem in words. */
record ImportView(
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
        ImportSummary.Counts counts,
        List<Column> columns,
        @Nullable Trouble problem,
        ImportSummary.@Nullable Earlier earlier,
        long version) {

    /** Why the file was refused, or why the last step did not end as asked. */
    record Trouble(String code, String title, String detail) {}

    static ImportView of(ImportSummary summary, Texts texts, Locale locale) {
        var mapping = summary.mapping();
        return new ImportView(
                summary.id(),
                summary.kind(),
                summary.state(),
                summary.unattended(),
                summary.byName(),
                summary.fileName(),
                summary.fileSize(),
                summary.createdAt(),
                summary.appliedAt(),
                summary.undoneAt(),
                summary.done(),
                summary.total(),
                summary.counts(),
                mapping == null ? List.of() : mapping.columns(),
                trouble(summary, texts, locale),
                summary.earlier(),
                summary.version());
    }

    private static @Nullable Trouble trouble(ImportSummary summary, Texts texts, Locale locale) {
        var code = summary.problem();
        if (code == null) return null;
        var key = "problem." + code;
        return new Trouble(
                code,
                texts.textOr(key + ".title", texts.text("title.422", locale), locale),
                texts.text(key, locale, summary.problemValues().toArray()));
    }
}
