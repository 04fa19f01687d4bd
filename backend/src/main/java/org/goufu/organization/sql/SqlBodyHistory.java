package org.goufu.organization.sql;

import java.util.Map;
import java.util.Objects;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.usecase.BodyHistory;
import org.goufu.platform.http.HttpProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Bodies' histories in a table; the next version and its row are one statement. */
@Component
class SqlBodyHistory implements BodyHistory {
    private static final String APPEND = """
            with next as (
                update organization.body
                   set version = version + 1
                 where id = :body
                returning id, version)
            insert into organization.body_change (body_id, version, at, by_id, by_name, act, before, after)
            select id, version, platform.now(), :by, :byName,
                   :act, cast(:before as jsonb), cast(:after as jsonb)
              from next
            returning version
            """;

    private static final String APPEND_TO = """
            with next as (
                update organization.body
                   set version = version + 1
                 where id = :body and version = :expected
                returning id, version)
            insert into organization.body_change (body_id, version, at, by_id, by_name, act, before, after)
            select id, version, platform.now(), :by, :byName,
                   :act, cast(:before as jsonb), cast(:after as jsonb)
              from next
            returning version
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlBodyHistory(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Long> append(BodyChange change) {
        return run(APPEND, change, null).switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Long> append(BodyChange change, long expectedVersion) {
        return run(APPEND_TO, change, expectedVersion).switchIfEmpty(Mono.error(HttpProblem.VERSION_STALE::raise));
    }

    private Mono<Long> run(String statement, BodyChange change, @Nullable Long expectedVersion) {
        var bound = database.sql(statement)
                .bind("body", change.bodyId())
                .bind("by", change.by().accountId())
                .bind("byName", change.by().displayName())
                .bind("act", change.act().name())
                .bind("before", json(change.before()))
                .bind("after", json(change.after()));
        var expecting = expectedVersion == null ? bound : bound.bind("expected", expectedVersion);
        return expecting
                .map(row -> Objects.requireNonNull(row.get("version", Long.class)))
                .one();
    }

    private String json(Map<String, @Nullable Object> fields) {
        return json.writeValueAsString(fields);
    }
}
