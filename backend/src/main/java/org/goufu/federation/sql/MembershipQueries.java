package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.federation.usecase.Enrolments.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads memberships for lists and pages; whoever is asked to let a member go finds the coming membership too. */
@Component
public class MembershipQueries {
    private static final UUID LAST = new UUID(-1, -1);

    private static final String PAGE = """
            with chosen as (
                select m.id
                  from federation.membership m
                  join federation.federation f on f.id = m.federation_id
                  left join federation.membership former on former.id = m.transfer_of
                  left join federation.federation former_seat on former_seat.id = former.federation_id
                 where (cast(:federation as uuid) is null or m.federation_id = :federation
                        or (former.federation_id = :federation and m.state in ('INVITED', 'ACCEPTED')))
                   and (cast(:member as uuid) is null or m.member_id = :member)
                   and (cast(:region as text) is null or starts_with(f.street_code, :region)
                        or (starts_with(former_seat.street_code, :region) and m.state in ('INVITED', 'ACCEPTED')))
                   and m.state = any(:states)),
            page as (
                select id from chosen where id < :before order by id desc limit :rows)
            select whole.*, (select count(*) from chosen) as total
              from page join federation.whole_membership whole using (id)
             order by whole.id desc
            """;

    private static final String ONE = """
            select whole.*, 1::bigint as total from federation.whole_membership whole where id = :id
            """;

    private static final String ACTS = """
            select id, act, at, by_name, reason
              from federation.membership_act
             where membership_id = :membership
             order by id desc
             limit 100
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    MembershipQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A membership with what only those concerned see.
     *
     * @param formerFederationId from which the member comes, null when from none
     */
    public record Row(
            Membership membership,
            String streetCode,
            @Nullable String endedBy,
            @Nullable String endReason,
            @Nullable UUID formerFederationId,
            @Nullable String formerStreetCode,
            @Nullable Instant releasedAt,
            @Nullable Instant streetReleasedAt,
            long total) {}

    /** One act in the history of a membership. */
    public record ActRow(
            Act.Kind act,
            Instant at,
            String byName,
            @Nullable String reason) {}

    /** Whose memberships are asked for; null does not narrow. */
    public record Whose(
            @Nullable UUID federation,
            @Nullable UUID member,
            @Nullable String region) {
        public static Whose ofFederation(UUID federation) {
            return new Whose(federation, null, null);
        }

        public static Whose ofMember(UUID member) {
            return new Whose(null, member, null);
        }

        public static Whose ofRegion(String region) {
            return new Whose(null, null, region);
        }
    }

    /** The newest first, after the given one; no state at all means every state. */
    public Flux<Row> page(Whose whose, Collection<MembershipState> states, @Nullable UUID after, int rows) {
        var wanted = states.isEmpty() ? List.of(MembershipState.values()) : states;
        var statement = database.sql(PAGE)
                .bind("states", wanted.stream().map(Enum::name).toArray(String[]::new))
                .bind("before", after == null ? LAST : after)
                .bind("rows", rows);
        return narrowed(statement, whose).map(this::row).all();
    }

    private static GenericExecuteSpec narrowed(GenericExecuteSpec statement, Whose whose) {
        var bound = SqlEnrolments.optional(statement, "federation", whose.federation(), UUID.class);
        bound = SqlEnrolments.optional(bound, "member", whose.member(), UUID.class);
        return SqlEnrolments.optional(bound, "region", whose.region(), String.class);
    }

    public Mono<Row> one(UUID id) {
        return database.sql(ONE).bind("id", id).map(this::row).one();
    }

    /** The latest first. */
    public Flux<ActRow> acts(UUID membershipId) {
        return database.sql(ACTS)
                .bind("membership", membershipId)
                .map(row -> new ActRow(
                        Act.Kind.valueOf(required(row, "act", String.class)),
                        required(row, "at", Instant.class),
                        required(row, "by_name", String.class),
                        row.get("reason", String.class)))
                .all();
    }

    private Row row(Readable row) {
        return new Row(
                MembershipRows.membership(row, json),
                required(row, "street_code", String.class),
                row.get("ended_by", String.class),
                row.get("end_reason", String.class),
                row.get("former_federation_id", UUID.class),
                row.get("former_street_code", String.class),
                row.get("released_at", Instant.class),
                row.get("street_released_at", Instant.class),
                required(row, "total", Long.class));
    }
}
