package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.PoolMember.Relation;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.jspecify.annotations.Nullable;

/** Reads rows of the pool, each with its relations side by side. */
final class PoolRows {
    private PoolRows() {}

    static PoolEntry entry(Readable row) {
        return new PoolEntry(
                member(row),
                required(row, "number", String.class),
                required(row, "phone", String.class),
                row.get("email", String.class),
                PoolEntry.State.valueOf(required(row, "state", String.class)),
                row.get("state_reason", String.class),
                required(row, "version", Long.class));
    }

    static PoolMember member(Readable row) {
        return new PoolMember(
                required(row, "account_id", UUID.class),
                required(row, "name", String.class),
                PoolMember.Kind.valueOf(required(row, "kind", String.class)),
                row.get("department_id", UUID.class),
                required(row, "employer", String.class),
                required(row, "title", String.class),
                List.of(required(row, "fields", String[].class)),
                required(row, "region_code", String.class),
                List.of(required(row, "places", String[].class)),
                ties(row));
    }

    private static List<Tie> ties(Readable row) {
        var bodies = required(row, "bodies", UUID[].class);
        var names = required(row, "names", String[].class);
        var relations = required(row, "relations", String[].class);
        @Nullable LocalDate[] untils = required(row, "untils", LocalDate[].class);
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < bodies.length; i++) {
            ties.add(new Tie(Objects.requireNonNull(bodies[i]), names[i], Relation.valueOf(relations[i]), untils[i]));
        }
        return ties;
    }
}
