package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of whole bodies. */
@Component
class Profiles {
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private final JsonMapper json;

    Profiles(JsonMapper json) {
        this.json = json;
    }

    BodyProfile of(Readable row) {
        var facts = row.get("facts", String.class);
        return new BodyProfile(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                BodyKind.valueOf(required(row, "kind", String.class)),
                Rows.legalForm(row),
                row.get("credit_code", String.class),
                row.get("filing_number", String.class),
                required(row, "region_code", String.class),
                row.get("founded_on", LocalDate.class),
                required(row, "business_scope", String.class),
                required(row, "address", String.class),
                List.of(required(row, "tell_places", String[].class)),
                required(row, "version", Long.class),
                facts == null ? List.of() : json.readValue(facts, FACTS));
    }
}
