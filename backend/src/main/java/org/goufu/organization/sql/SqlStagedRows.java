package org.goufu.organization.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.organization.domain.ReadRow;
import org.goufu.organization.usecase.StagedRows;
import org.goufu.platform.database.BulkCopy;
import org.goufu.platform.database.CopyRows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rows of imports written with COPY while they are read. */
@Component
class SqlStagedRows implements StagedRows {
    private static final String OUTCOMES_GONE = "delete from organization.import_outcome where import_id = '%s'";
    private static final String ROWS_GONE = "delete from organization.import_row where import_id = '%s'";
    private static final String ROWS = """
            copy organization.import_row (import_id, number, cells, fields, name, credit_code, legacy_cert_no, region_code,
                                          problems) from stdin
            """;
    /** The comparison that follows is planned by what is known of these rows. */
    private static final String STATISTICS = "analyze organization.import_row";

    private final BulkCopy bulk;
    private final JsonMapper json;

    SqlStagedRows(BulkCopy bulk, JsonMapper json) {
        this.bulk = bulk;
        this.json = json;
    }

    @Override
    public <T> Mono<T> stage(UUID importId, Source<T> source) {
        var result = new AtomicReference<T>();
        return bulk.inOneTransaction(session -> {
                    session.execute(OUTCOMES_GONE.formatted(importId));
                    session.execute(ROWS_GONE.formatted(importId));
                    try (var rows = session.copy(ROWS)) {
                        result.set(source.readInto(row -> copy(rows, importId, row)));
                    }
                    session.execute(STATISTICS);
                })
                .then(Mono.fromSupplier(result::get));
    }

    private void copy(CopyRows rows, UUID importId, ReadRow row) throws IOException {
        try {
            rows.row(
                    importId,
                    row.number(),
                    row.cells(),
                    json.writeValueAsString(row.fields()),
                    row.fields().get("NAME"),
                    row.fields().get("CREDIT_CODE"),
                    row.fields().get("LEGACY_CERT_NO"),
                    row.regionCode(),
                    json.writeValueAsString(row.problems()));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
