package org.goufu.demo.sql;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoScale;
import org.goufu.demo.usecase.DemoPlans;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the plan and the finished steps in the demo schema. */
@Component
class SqlDemoPlans implements DemoPlans {
    private static final String FIND = "select scale, seed, first_day from demo.plan";
    private static final String INSERT = """
            insert into demo.plan (scale, seed, first_day)
            values (:scale, :seed, :firstDay)
                on conflict do nothing
            """;
    private static final String DONE = "select name from demo.step_done";
    private static final String MARK = "insert into demo.step_done (name) values (:name) on conflict do nothing";

    private final DatabaseClient database;
    private final Transactions transactions;
    private final BusinessClock clock;

    SqlDemoPlans(DatabaseClient database, Transactions transactions, BusinessClock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<DemoPlan> keptOr(DemoScale scale, long seed) {
        return find().switchIfEmpty(clock.today()
                .flatMap(today -> transactions.write(insert(scale, seed, today)))
                .then(Mono.defer(this::find)));
    }

    private Mono<DemoPlan> find() {
        return database.sql(FIND).map(SqlDemoPlans::plan).one();
    }

    private Mono<Void> insert(DemoScale scale, long seed, LocalDate today) {
        return database.sql(INSERT)
                .bind("scale", scale.name())
                .bind("seed", seed)
                .bind("firstDay", today)
                .then();
    }

    @Override
    public Mono<Set<String>> done() {
        return database.sql(DONE)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> markDone(String step) {
        return transactions.write(database.sql(MARK).bind("name", step).then());
    }

    private static DemoPlan plan(Readable row) {
        return new DemoPlan(
                DemoScale.valueOf(row.get("scale", String.class)),
                Objects.requireNonNull(row.get("seed", Long.class)),
                Objects.requireNonNull(row.get("first_day", LocalDate.class)));
    }
}
