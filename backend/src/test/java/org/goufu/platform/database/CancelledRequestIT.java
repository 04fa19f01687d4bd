package org.goufu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A caller who goes away leaves no transaction open behind (spring-framework issue 36344). */
@GoufuIT
class CancelledRequestIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int REQUESTS = 400;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void makeATable() {
        run("create table if not exists public.cancelled_request (number integer)");
    }

    @AfterEach
    void dropTheTable() {
        run("drop table public.cancelled_request");
    }

    private void run(String sql) {
        database.sql(sql).then().block(LIMIT);
    }

    private Mono<Void> write(int number) {
        return transactions.write(database.sql("insert into public.cancelled_request values (:number)")
                .bind("number", number)
                .then()
                .then(database.sql("select pg_sleep(0.003)").then())
                .then(database.sql("insert into public.cancelled_request values (:number)")
                        .bind("number", number)
                        .then()));
    }

    /** In a statement of its own the transaction begins with the statement; inside somebody else's it began before. */
    private Mono<Boolean> readsAlone() {
        return database.sql("select transaction_timestamp() = statement_timestamp() as alone")
                .map(row -> Boolean.TRUE.equals(row.get("alone", Boolean.class)))
                .one();
    }

    @Test
    void leavesNoTransactionOpen() {
        var random = new Random(36344);
        var cancelled = new ArrayList<Disposable>();
        var alone = new ArrayList<Boolean>();
        for (int i = 0; i < REQUESTS; i++) {
            var request = write(i).onErrorComplete().subscribe();
            cancelled.add(request);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(6_000)));
            request.dispose();
            if (i % 4 == 0) alone.add(readsAlone().block(LIMIT));
        }
        assertThat(alone).doesNotContain(false);
        Awaiting.until(() -> {
            assertThat(openTransactions()).isZero();
            return true;
        });
        assertThat(Flux.range(0, 64)
                        .flatMap(i -> readsAlone(), 16)
                        .collectList()
                        .block(LIMIT))
                .doesNotContain(false);
    }

    @Test
    void writesWholeOrNotAtAll() {
        // Numbers of its own: what the other test cancelled is written whole all the same, perhaps only now.
        var requests = Flux.range(REQUESTS, REQUESTS)
                .flatMap(i -> write(i).timeout(Duration.ofMillis(1 + i % 8)).onErrorComplete(), 12);
        requests.then().block(LIMIT);
        Awaiting.until(() -> {
            assertThat(openTransactions()).isZero();
            return true;
        });
        assertThat(count("select count(*) as n from (select number from public.cancelled_request " + "where number >= "
                        + REQUESTS + " group by number having count(*) <> 2) as half"))
                .isZero();
    }

    private long openTransactions() {
        return count("select count(*) as n from pg_stat_activity "
                + "where application_name = 'goufu' and state like 'idle in transaction%'");
    }

    private long count(String sql) {
        return database.sql(sql)
                .map(row -> row.get("n", Long.class))
                .one()
                .blockOptional(LIMIT)
                .orElseThrow();
    }
}
