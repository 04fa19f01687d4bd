package org.goufu.matching.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.Named;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.Requirement;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads kept lots back into the words of purchase's door. */
final class LotRows {
    private static final TypeReference<List<Requirement>> REQUIREMENTS = new TypeReference<>() {};

    private LotRows() {}

    static PublishedLot lot(Readable row, JsonMapper json) {
        return new PublishedLot(
                required(row, "id", UUID.class),
                required(row, "number", Integer.class),
                required(row, "purchase_id", UUID.class),
                required(row, "notice_id", UUID.class),
                required(row, "notice_title", String.class),
                required(row, "title", String.class),
                new Named(required(row, "department_id", UUID.class), required(row, "department_name", String.class)),
                required(row, "region_code", String.class),
                required(row, "category_code", String.class),
                Arrays.asList(required(row, "service_regions", String[].class)),
                required(row, "budget_fen", Long.class),
                ProcurementMethod.valueOf(required(row, "method", String.class)),
                json.readValue(required(row, "requirements", String.class), REQUIREMENTS),
                required(row, "published_at", Instant.class),
                row.get("deadline", Instant.class),
                true,
                required(row, "version", Long.class));
    }

    /** The codes themselves and everything above them. */
    static String[] ancestors(Collection<String> categories) {
        return categories.stream()
                .flatMap(code -> new CategoryCode(code).path().stream())
                .distinct()
                .toArray(String[]::new);
    }

    static String[] descendants(Collection<String> categories) {
        return categories.stream().map(code -> code + "%").toArray(String[]::new);
    }
}
