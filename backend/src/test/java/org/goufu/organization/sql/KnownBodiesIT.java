package org.goufu.organization.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What was read before is never told of a body that was changed since, whoever changed it and however. */
@GoufuIT
class KnownBodiesIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    private KnownBodies bodies;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DatabaseClient database;

    private final UUID id = Ids.next();

    @BeforeEach
    void oneBodyWithTwoFacts() {
        run("""
            insert into organization.body (id, name, kind, filing_number, region_code, business_scope, address)
            values (:id, '读过的社团', 'FILED_GROUP', cast(:id as text), '510104023005', '', '')
            """);
        run(fact("EXPERIENCE", "成立时写下"));
        run(fact("GRADE", "A3"));
    }

    @AfterEach
    void leaveTheRegistryAsItWas() {
        run("delete from organization.body where id = :id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update organization.body set address = '搬到了新址' where id = :id",
                "update organization.fact set withdrawn_at = now() where body_id = :id and kind = 'GRADE'",
                "update organization.fact set confirmed_at = now(), confirmed_by = :id where body_id = :id and kind = 'GRADE'",
                "delete from organization.fact where body_id = :id and kind = 'GRADE'",
                "insert into organization.tell_place (body_id, region_code) values (:id, '5101')",
                """
                with gone as (delete from organization.fact where body_id = :id and kind = 'GRADE')
                insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                values (gen_random_uuid(), :id, 'GRADE', 'A5', '2024-01-01', now(), '公告', 'DEMO')
                """
            })
    void tellsWhatWasChanged(String change) {
        var before = read();
        assertThat(read()).as("read again").isSameAs(before);
        run(change);
        assertThat(read()).isNotEqualTo(before).isEqualTo(anew());
        assertThat(read()).isSameAs(read());
    }

    @Test
    void tellsWhatAnEarlierTransactionCommitsLater() {
        var before = read();
        transactions
                .write(execute(
                                "update organization.fact set withdrawn_at = now() where body_id = :id and kind = 'GRADE'")
                        .then(Mono.<Void>fromRunnable(() -> {
                                    run(fact("EXPERIENCE", "后来的事务先提交"));
                                    assertThat(read()).isNotEqualTo(before);
                                })
                                .subscribeOn(Schedulers.boundedElastic())))
                .block(LIMIT);
        assertThat(read()).isEqualTo(anew());
    }

    @Test
    void keepsNothingOfWhatWasRolledBack() {
        var before = read();
        var change = execute("update organization.body set address = '没有提交' where id = :id")
                .then(bodies.findAll(List.of(id)).next())
                .doOnNext(within -> assertThat(within.address()).isEqualTo("没有提交"))
                .then(Mono.<Void>error(new IllegalStateException("rolled back")));
        assertThatThrownBy(() -> transactions.write(change).block(LIMIT)).hasMessage("rolled back");
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void putsTogetherOnlyWhatWasChanged() {
        var mark = reading(KnownBodies.READ, "")
                .map(row -> row.get("mark", String.class))
                .one()
                .blockOptional(LIMIT)
                .orElseThrow();
        assertThat(plan(mark)).as("facts put together").contains("never executed");
        assertThat(plan("another")).as("facts put together").doesNotContain("never executed");
    }

    private String plan(String mark) {
        return String.join(
                "\n",
                reading("explain (analyze, costs off) " + KnownBodies.READ, mark)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .blockOptional(LIMIT)
                        .orElseThrow());
    }

    private DatabaseClient.GenericExecuteSpec reading(String sql, String mark) {
        return database.sql(sql).bind("ids", new UUID[] {id}).bind("marks", new String[] {mark});
    }

    private BodyProfile read() {
        return bodies.findAll(List.of(id, Ids.next()))
                .single()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private BodyProfile anew() {
        return database.sql("select * from organization.whole_body where id = :id")
                .bind("id", id)
                .map(profiles::of)
                .one()
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private static String fact(String kind, String value) {
        return """
                insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                values (gen_random_uuid(), :id, '%s', '%s', '2024-01-01', now(), '登记', 'DEMO')
                """.formatted(kind, value);
    }

    private void run(String sql) {
        execute(sql).block(LIMIT);
    }

    private Mono<Void> execute(String sql) {
        return database.sql(sql).bind("id", id).then();
    }
}
