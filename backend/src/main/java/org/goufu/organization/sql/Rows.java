package org.goufu.organization.sql;

import io.r2dbc.spi.Readable;
import org.goufu.organization.LegalForm;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows. */
final class Rows {
    private Rows() {}

    /** Null for filed groups. */
    static @Nullable LegalForm legalForm(Readable row) {
        var form = row.get("legal_form", String.class);
        return form == null ? null : LegalForm.valueOf(form);
    }
}
