package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;

/** A fact as registrars and the body itself read it, with the body it is about. */
public record FactRow(
        UUID id,
        UUID bodyId,
        String bodyName,
        BodyKind bodyKind,
        FactKind kind,
        String value,
        long number,
        LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        String source,
        FactOrigin origin,
        @Nullable UUID evidenceId,
        @Nullable String recordedByName,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByName,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnByName,
        @Nullable String withdrawnReason,
        long total) {

    static FactRow of(Readable row) {
        return new FactRow(
                required(row, "id", UUID.class),
                required(row, "body_id", UUID.class),
                required(row, "body_name", String.class),
                BodyKind.valueOf(required(row, "body_kind", String.class)),
                FactKind.valueOf(required(row, "kind", String.class)),
                required(row, "value", String.class),
                required(row, "number", Long.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                required(row, "known_at", Instant.class),
                required(row, "source", String.class),
                FactOrigin.valueOf(required(row, "origin", String.class)),
                row.get("evidence_id", UUID.class),
                row.get("recorded_by_name", String.class),
                row.get("confirmed_at", Instant.class),
                row.get("confirmed_by_name", String.class),
                row.get("withdrawn_at", Instant.class),
                row.get("withdrawn_by_name", String.class),
                row.get("withdrawn_reason", String.class),
                required(row, "total", Long.class));
    }
}
