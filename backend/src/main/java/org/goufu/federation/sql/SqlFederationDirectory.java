package org.goufu.federation.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads memberships with their mandates, one statement a call. */
@Component
class SqlFederationDirectory implements FederationDirectory {
    private static final TypeReference<List<Mandate>> MANDATES = new TypeReference<>() {};

    private static final String OF_MEMBERS = """
            select m.id, m.federation_id, m.member_id, m.valid_from, m.valid_to, m.consented_on, m.known_at,
                   (select jsonb_agg(jsonb_build_object(
                               'id', d.id, 'categories', d.categories, 'amountCapFen', d.amount_cap_fen,
                               'places', d.places, 'from', d.valid_from, 'to', d.valid_to,
                               'knownAt', d.known_at, 'revokedAt', d.revoked_at)
                               order by d.valid_from, d.id)
                      from federation.mandate d
                     where d.membership_id = m.id)::text as mandates
              from federation.membership m
             where m.member_id = any(:ids)
             order by m.member_id, m.valid_from, m.id
            """;

    private static final String OF_FEDERATIONS = """
            select m.id, m.federation_id, m.member_id, m.valid_from, m.valid_to, m.consented_on, m.known_at,
                   (select jsonb_agg(jsonb_build_object(
                               'id', d.id, 'categories', d.categories, 'amountCapFen', d.amount_cap_fen,
                               'places', d.places, 'from', d.valid_from, 'to', d.valid_to,
                               'knownAt', d.known_at, 'revokedAt', d.revoked_at)
                               order by d.valid_from, d.id)
                      from federation.mandate d
                     where d.membership_id = m.id)::text as mandates
              from federation.membership m
             where m.federation_id = any(:ids)
             order by m.federation_id, m.valid_from, m.id
            """;

    private static final String OF_STREET = """
            select id
              from federation.federation
             where street_code = :street
             order by id
            """;

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
    public Flux<UUID> ofStreet(String streetCode) {
        return database.sql(OF_STREET)
                .bind("street", streetCode)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    private Flux<Membership> memberships(String statement, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(statement)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::membership)
                .all();
    }

    private Membership membership(Readable row) {
        var mandates = row.get("mandates", String.class);
        return new Membership(
                required(row, "id", UUID.class),
                required(row, "federation_id", UUID.class),
                required(row, "member_id", UUID.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("consented_on", LocalDate.class),
                required(row, "known_at", Instant.class),
                mandates == null ? List.of() : json.readValue(mandates, MANDATES));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
