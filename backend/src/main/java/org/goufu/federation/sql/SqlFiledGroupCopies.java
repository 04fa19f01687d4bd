package org.goufu.federation.sql;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.federation.domain.FiledGroup;
import org.goufu.federation.domain.FiledGroup.Stretch;
import org.goufu.federation.usecase.FiledGroupCopies;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps one row a group, with the set of days on which it is validly filed. */
@Component
class SqlFiledGroupCopies implements FiledGroupCopies {
    private static final String ALONE = """
            select pg_advisory_xact_lock(hashtext('federation.filed_group'))
            """;

    private static final String KEEP = """
            insert into federation.filed_group (id, name, region_code, filed)
            select given.id, given.name, given.region_code, cast(given.filed as datemultirange)
              from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:regions as text[]), cast(:filed as text[]))
                as given (id, name, region_code, filed)
                on conflict (id) do update
               set name = excluded.name, region_code = excluded.region_code, filed = excluded.filed
            """;

    private static final String FORGET = """
            delete from federation.filed_group where id = any(:ids)
            """;

    private final DatabaseClient database;

    SqlFiledGroupCopies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> alone() {
        return database.sql(ALONE).then();
    }

    @Override
    public Mono<Void> keep(List<FiledGroup> groups) {
        if (groups.isEmpty()) return Mono.empty();
        return database.sql(KEEP)
                .bind("ids", groups.stream().map(FiledGroup::id).toArray(UUID[]::new))
                .bind("names", column(groups, FiledGroup::name))
                .bind("regions", column(groups, FiledGroup::regionCode))
                .bind("filed", column(groups, SqlFiledGroupCopies::days))
                .then();
    }

    private static String[] column(List<FiledGroup> groups, Function<FiledGroup, String> value) {
        return groups.stream().map(value).toArray(String[]::new);
    }

    /** As PostgreSQL writes a set of days. */
    private static String days(FiledGroup group) {
        return group.filed().stream().map(SqlFiledGroupCopies::days).collect(Collectors.joining(",", "{", "}"));
    }

    private static String days(Stretch stretch) {
        return "[" + stretch.from() + "," + (stretch.to() == null ? ")" : stretch.to() + "]");
    }

    @Override
    public Mono<Void> forget(Collection<UUID> ids) {
        if (ids.isEmpty()) return Mono.empty();
        return database.sql(FORGET).bind("ids", ids.toArray(UUID[]::new)).then();
    }
}
