package org.goufu.matching.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
                get(row, "id", UUID.class),
                get(row, "number", Integer.class),
                get(row, "purchase_id", UUID.class),
                get(row, "notice_id", UUID.class),
                get(row, "notice_title", String.class),
                get(row, "title", String.class),
                new Named(get(row, "department_id", UUID.class), get(row, "department_name", String.class)),
                get(row, "region_code", String.class),
                get(row, "category_code", String.class),
                Arrays.asList(get(row, "service_regions", String[].class)),
                get(row, "budget_fen", Long.class),
                ProcurementMethod.valueOf(get(row, "method", String.class)),
                json.readValue(get(row, "requirements", String.class), REQUIREMENTS),
                get(row, "published_at", Instant.class),
                row.get("deadline", Instant.class),
                true,
                get(row, "version", Long.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
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
