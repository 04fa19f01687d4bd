package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Hosting;
import org.goufu.federation.Membership;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads memberships with their mandates, one statement a call. */
@Component
class SqlFederationDirectory implements FederationDirectory {
    private static final String OF_MEMBERS = """
            select *
              from federation.whole_membership
             where member_id = any(:ids)
             order by member_id, valid_from, id
            """;

    private static final String OF_FEDERATIONS = """
            select *
              from federation.whole_membership
             where federation_id = any(:ids)
             order by federation_id, valid_from, id
            """;

    private static final String OF_STREET = """
            select id
              from federation.federation
             where street_code = :street and registered_at <= :moment and (closed_at is null or closed_at > :moment)
             union
            select federation_id
              from federation.past_seat
             where street_code = :street and registered_at <= :moment and closed_at > :moment
             order by id
            """;

    private static final String HOSTINGS = """
            select a.group_id, m.federation_id, a.scope, a.valid_from, a.valid_to
              from federation.hosting_agreement a
              join federation.membership m on m.id = a.membership_id
             where a.group_id = any(:ids) and a.state = 'ACTIVE'
             order by a.group_id, a.valid_from, a.id
            """;

    // A mandate never changes without its membership's version.
    private static final String HOLD = """
            select (select count(*)
                      from (select id from federation.membership where member_id = any(:ids) order by id for share) m)
                 + (select count(*)
                      from (select id from federation.hosting_agreement where group_id = any(:ids) order by id for share) a)
            """;

    private static final String TURNING = """
            select member_id
              from (select member_id
                      from federation.membership
                     where valid_from > :last and valid_from <= :today
                     union
                    select member_id
                      from federation.membership
                     where valid_to >= :last and valid_to < :today
                     union
                    select m.member_id
                      from federation.mandate d join federation.membership m on m.id = d.membership_id
                     where d.valid_from > :last and d.valid_from <= :today
                     union
                    select m.member_id
                      from federation.mandate d join federation.membership m on m.id = d.membership_id
                     where d.valid_to >= :last and d.valid_to < :today) turning
             where member_id > :after
             order by member_id
             limit :size
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlFederationDirectory(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Flux<Membership> ofMembers(Collection<UUID> memberIds) {
        return memberships(OF_MEMBERS, memberIds);
    }

    @Override
    public Flux<Membership> ofFederations(Collection<UUID> federationIds) {
        return memberships(OF_FEDERATIONS, federationIds);
    }

    @Override
    public Flux<Hosting> hostings(Collection<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(HOSTINGS)
                .bind("ids", groupIds.toArray(UUID[]::new))
                .map(row -> new Hosting(
                        required(row, "group_id", UUID.class),
                        required(row, "federation_id", UUID.class),
                        required(row, "scope", String.class),
                        required(row, "valid_from", LocalDate.class),
                        required(row, "valid_to", LocalDate.class)))
                .all();
    }

    @Override
    public Mono<Void> holdMembers(Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(HOLD).bind("ids", memberIds.toArray(UUID[]::new)).then();
    }

    @Override
    public Flux<UUID> ofStreet(String streetCode, Instant moment) {
        return database.sql(OF_STREET)
                .bind("street", streetCode)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    @Override
    public Flux<UUID> turning(LocalDate last, LocalDate today, @Nullable UUID after, int size) {
        return database.sql(TURNING)
                .bind("last", last)
                .bind("today", today)
                .bind("after", after == null ? BEFORE_ALL : after)
                .bind("size", size)
                .map(row -> required(row, "member_id", UUID.class))
                .all();
    }

    private Flux<Membership> memberships(String statement, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(statement)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> MembershipRows.membership(row, json))
                .all();
    }
}
