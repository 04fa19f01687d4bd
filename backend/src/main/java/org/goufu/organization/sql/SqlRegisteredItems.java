package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.organization.RegisteredItems;
import org.goufu.organization.domain.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes back from what is registered, act by act, what was changed after the moment. */
@Component
class SqlRegisteredItems implements RegisteredItems {
    private static final TypeReference<Map<String, @Nullable Object>> ITEMS = new TypeReference<>() {};

    private static final String NOW = """
            select registration_authority, registration::text as registration
              from organization.body
             where id = :id
            """;

    /** An item that was empty before is missing from what an import says stood there. */
    private static final String LATER = """
            select ((select jsonb_object_agg(item, null) from jsonb_object_keys(after) as item) || before)::text as stood
              from organization.body_change
             where body_id = :id and at > :known and after <> '{}'
             order by version desc
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlRegisteredItems(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Items> asOf(UUID bodyId, Instant known) {
        return database.sql(NOW)
                .bind("id", bodyId)
                .map(row -> now(
                        row.get("registration_authority", String.class),
                        json.readValue(required(row, "registration", String.class), Registration.class)))
                .one()
                .zipWith(later(bodyId, known), this::items);
    }

    private Mono<List<Map<String, @Nullable Object>>> later(UUID bodyId, Instant known) {
        return database.sql(LATER)
                .bind("id", bodyId)
                .bind("known", known)
                .map(row -> json.readValue(required(row, "stood", String.class), ITEMS))
                .all()
                .collectList();
    }

    private static Map<String, @Nullable Object> now(@Nullable String authority, Registration registration) {
        var items = new HashMap<String, @Nullable Object>(registration.items());
        items.put("registrationAuthority", authority);
        return items;
    }

    /** Both forms of an item, the record's and the history's, are read through one JSON. */
    private Items items(Map<String, @Nullable Object> now, List<Map<String, @Nullable Object>> later) {
        later.forEach(act -> act.forEach((item, stood) -> {
            if (now.containsKey(item)) now.put(item, stood);
        }));
        now.keySet().removeIf(item -> item.startsWith("contact") || item.equals("partyMembers"));
        return json.convertValue(now, Items.class);
    }
}
