package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code federation.whole_membership}. */
final class MembershipRows {
    private static final TypeReference<List<Mandate>> MANDATES = new TypeReference<>() {};

    private MembershipRows() {}

    static Membership membership(Readable row, JsonMapper json) {
        return new Membership(
                required(row, "id", UUID.class),
                required(row, "federation_id", UUID.class),
                required(row, "member_id", UUID.class),
                MembershipState.valueOf(required(row, "state", String.class)),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("consented_on", LocalDate.class),
                row.get("consent_known_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                required(row, "known_at", Instant.class),
                row.get("end_known_at", Instant.class),
                required(row, "version", Long.class),
                mandates(row, json));
    }

    static List<Mandate> mandates(Readable row, JsonMapper json) {
        var mandates = row.get("mandates", String.class);
        return mandates == null ? List.of() : json.readValue(mandates, MANDATES);
    }
}
