package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.RecentlyUsed;
import org.goufu.organization.BodyProfile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Whole bodies, which the database puts together anew only if a row of theirs was written since they were read last: who gives a bid is
 * judged by facts that were on the page a moment ago, and to put them together costs more than to decide about the bid.
 */
@Component
class KnownBodies {
    private static final int MOST = 2_000;

    /** Who asks for more walks through the registry, and would push out what is asked for again. */
    private static final int MOST_KEPT_AT_ONCE = 256;

    // Every row tells which transaction wrote it, and their numbers grow: what was written since or is gone changes a
    // number, sum or count. The id that is looked for is null where nothing changed: compared beside the id, the marks
    // would be
    // looked at only after the body was put together.
    static final String READ = """
            select b.id as body, state.mark, whole.*
              from unnest(:ids, :marks) as given (id, mark)
              join organization.body b on b.id = given.id
             cross join lateral (
                   select format('%s %s %s %s %s', b.xmin, facts.many, facts.written, places.many, places.written) as mark
                     from (select count(*) as many, sum(xmin::text::bigint) as written
                             from organization.fact
                            where body_id = b.id) as facts
                    cross join (select count(*) as many, sum(xmin::text::bigint) as written
                                  from organization.tell_place
                                 where body_id = b.id) as places) as state
              left join lateral (
                   select *
                     from organization.whole_body w
                    where w.id = case when state.mark <> given.mark then b.id end) as whole on true
            """;

    private final DatabaseClient database;
    private final Profiles profiles;
    private final Map<UUID, Known> bodies = new RecentlyUsed<>(MOST);

    /** @param mark of the rows of which it was made */
    private record Known(String mark, BodyProfile body) {}

    KnownBodies(DatabaseClient database, Profiles profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    /** As they are on record now, in any order; unknown ids are left out. One statement. */
    Flux<BodyProfile> findAll(Collection<UUID> asked) {
        return asked.isEmpty() ? Flux.empty() : Flux.defer(() -> read(Set.copyOf(asked)));
    }

    private Flux<BodyProfile> read(Set<UUID> asked) {
        var known = known(asked);
        var ids = asked.toArray(UUID[]::new);
        var marks = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            marks[i] = known.containsKey(ids[i]) ? known.get(ids[i]).mark() : "";
        }
        return database.sql(READ)
                .bind("ids", ids)
                .bind("marks", marks)
                .map(row -> body(row, known, ids.length <= MOST_KEPT_AT_ONCE))
                .all();
    }

    private BodyProfile body(Readable row, Map<UUID, Known> known, boolean keep) {
        if (row.get("id", UUID.class) == null) {
            return known.get(required(row, "body", UUID.class)).body();
        }
        var body = profiles.of(row);
        if (keep) keep(body.id(), new Known(required(row, "mark", String.class), body));
        return body;
    }

    private synchronized Map<UUID, Known> known(Set<UUID> asked) {
        var known = new HashMap<UUID, Known>();
        for (var id : asked) {
            var body = bodies.get(id);
            if (body != null) known.put(id, body);
        }
        return known;
    }

    private synchronized void keep(UUID id, Known body) {
        bodies.put(id, body);
    }
}
