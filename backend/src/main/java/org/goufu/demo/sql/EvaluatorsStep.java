package org.goufu.demo.sql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.Showcase;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the demo's evaluators into the pool; two of them are related to bidders of the showcase and are never drawn where these bid. */
@Component
class EvaluatorsStep implements DemoStep {
    private static final String ACCOUNT = """
            select id from account.account where username = :username
            """;
    private static final String ENTER = """
            insert into evaluation.pool (account_id, number, name, kind, department_id, employer, title, fields, region_code,
                                         places, phone)
            values (:account, :username, :name, :kind, :department, :employer, :title, :fields, :region, array[:region],
                    '028-83970000')
                on conflict (account_id) do nothing
            """;
    private static final String BODY = """
            select name from organization.body where id = :body
            """;
    private static final String TIE = """
            insert into evaluation.pool_tie (account_id, body, name, relation, until)
            values (:account, :body, :name, 'BOARD',
                    cast(platform.now() as date) - make_interval(years => cast(:years as integer)))
                on conflict (account_id, body) do nothing
            """;
    /** They were there from the beginning, entered by nobody whom one could ask. */
    private static final String BEGIN = """
            insert into evaluation.pool_change (account_id, version, by_id, by_name, act, before, after)
            select account_id, version, account_id, '演示数据', 'ENTERED', '{}', jsonb_build_object('name', name)
              from evaluation.pool
                on conflict (account_id, version) do nothing
            """;

    private final DatabaseClient database;
    private final Transactions transactions;

    EvaluatorsStep(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public String name() {
        return "evaluators";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        var showcase = Showcase.of(plan);
        return transactions.write(Flux.fromIterable(DemoEvaluator.all())
                .concatMap(one -> enter(one, showcase))
                .then(database.sql(BEGIN).then()));
    }

    private Mono<Void> enter(DemoEvaluator one, Showcase showcase) {
        return database.sql(ACCOUNT)
                .bind("username", one.username())
                .mapValue(UUID.class)
                .one()
                .delayUntil(account -> enter(account, one, showcase))
                .flatMap(account ->
                        one.tie() == null ? Mono.empty() : tie(account, body(one.tie(), showcase), one.tieYears()));
    }

    private Mono<Void> enter(UUID account, DemoEvaluator one, Showcase showcase) {
        return database.sql(ENTER)
                .bind("account", account)
                .bind("username", one.username())
                .bind("name", one.name())
                .bind("kind", one.kind())
                .bind("department", orNull(one.kind().equals("EXPERT") ? null : showcase.department(), UUID.class))
                .bind("employer", one.employer())
                .bind("title", one.title())
                .bind("fields", one.fields().toArray(String[]::new))
                .bind("region", one.kind().equals("RESIDENT") ? Showcase.STREET : Showcase.COUNTY)
                .then();
    }

    private Mono<Void> tie(UUID account, UUID body, @Nullable Integer years) {
        return database.sql(BODY)
                .bind("body", body)
                .mapValue(String.class)
                .one()
                .flatMap(name -> database.sql(TIE)
                        .bind("account", account)
                        .bind("body", body)
                        .bind("name", name)
                        .bind("years", orNull(years, Integer.class))
                        .then());
    }

    private static UUID body(DemoEvaluator.Tie tie, Showcase showcase) {
        return switch (tie) {
            case ORGANIZATION -> showcase.organization();
            case FEDERATION -> showcase.federation();
        };
    }

    private static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
