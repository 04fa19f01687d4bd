package org.goufu.organization.sql;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows. */
final class Rows {
    private Rows() {}

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** Null for filed groups. */
    static @Nullable LegalForm legalForm(Readable row) {
        var form = row.get("legal_form", String.class);
        return form == null ? null : LegalForm.valueOf(form);
    }
}
