package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.domain.HolderGroup;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the keys around a person: the department's own, or those of the supervisors of the person's region. */
@Component
public class HolderKeyQueries {
    private static final String AROUND = """
            select k.*,
                   k.owner_id = :account as mine,
                   last.answered_at,
                   coalesce(last.answered_at > platform.now() - interval '30 days', false) as rehearsed
              from bidding.holder_key k
              left join lateral (select max(c.answered_at) as answered_at
                                   from bidding.challenge c where c.key_id = k.id) as last on true
             where k.department_id = :department or k.region_code like :supervised || '%'
             order by k.state = 'REVOKED', k.id desc
            """;
    private static final String WANTED = """
            select coalesce((select supervision from bidding.department_choice where department_id = :department), false)
            """;

    private final DatabaseClient database;

    HolderKeyQueries(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first, those that were revoked last. */
    public Flux<HolderKeyView> around(Actor actor) {
        return database.sql(AROUND)
                .bind("account", actor.accountId())
                .bind("department", orNull(actor.departmentId(), UUID.class))
                .bind("supervised", orNull(supervised(actor), String.class))
                .map(HolderKeyQueries::view)
                .all();
    }

    /** Whether the caller's department wants a supervisor to open with it; false for people of none. */
    public Mono<Boolean> supervisionWanted(Actor actor) {
        return database.sql(WANTED)
                .bind("department", orNull(actor.departmentId(), UUID.class))
                .mapValue(Boolean.class)
                .one();
    }

    /** The beginning of their regions; the operator's is empty, other people have none. */
    private static @Nullable String supervised(Actor actor) {
        if (actor.is(Role.PLATFORM_ADMIN)) return "";
        return actor.supervised().map(RegionCode::value).orElse(null);
    }

    private static HolderKeyView view(Readable row) {
        return new HolderKeyView(
                required(row, "id", UUID.class),
                required(row, "kid", String.class),
                HolderGroup.valueOf(required(row, "holder_group", String.class)),
                required(row, "owner", String.class),
                row.get("region_code", String.class),
                required(row, "mine", Boolean.class),
                HolderKey.State.valueOf(required(row, "state", String.class)),
                required(row, "proposed_at", Instant.class),
                row.get("enrolled_at", Instant.class),
                row.get("revoked_at", Instant.class),
                row.get("approver", String.class),
                row.get("answered_at", Instant.class),
                required(row, "rehearsed", Boolean.class));
    }
}
