package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.organization.BodyChanged;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** How long it takes from a changed fact until feeds show it: of a body itself, and of a group when its federation changes. */
@GoufuBench
class ChangeBench {
    private static final int WARM_UP = 5;
    private static final int CHANGES = 30;
    /** Members of a large federation. */
    private static final int LARGE = 84;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LIST = """
            insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
            values (gen_random_uuid(), :body, 'CREDIT_LIST', 'SERIOUS', '2026-01-01', platform.now(), 'ChangeBench', 'DEMO')
            """;
    private static final String UNLIST = """
            update organization.fact
               set withdrawn_at = platform.now()
             where body_id = :body and source = 'ChangeBench' and withdrawn_at is null
            """;
    private static final String NEXT_VERSION = "update organization.body set version = version + 1 where id = :body";
    private static final String MEMBERS = """
            select count(*) from federation.membership where federation_id = :body and state = 'CONFIRMED'
            """;
    private static final String COPY_BODY = """
            insert into organization.body (
                   id, name, kind, filing_number, region_code, founded_on, business_scope, address)
            select copy, b.name || n, b.kind, b.filing_number || '-' || copy, b.region_code, b.founded_on, b.business_scope, b.address
              from organization.body b
             cross join unnest(:copies) with ordinality copies (copy, n)
             where b.id = :group
            """;
    private static final String COPY_FACTS = """
            insert into organization.fact (id, body_id, kind, value, number, valid_from, valid_to, known_at, source, origin)
            select gen_random_uuid(), copy, f.kind, f.value, f.number, f.valid_from, f.valid_to, f.known_at, f.source, 'DEMO'
              from organization.fact f
             cross join unnest(:copies) copies (copy)
             where f.body_id = :group and f.withdrawn_at is null
            """;
    private static final String COPY_MEMBERSHIP = """
            insert into federation.membership (
                   id, federation_id, member_id, valid_from, consented_on, known_at, state, consent_known_at, confirmed_at)
            select copy, m.federation_id, copy, m.valid_from, m.consented_on, m.known_at, m.state, m.consent_known_at, m.confirmed_at
              from federation.membership m
             cross join unnest(:copies) copies (copy)
             where m.member_id = :group and m.state = 'CONFIRMED'
            """;
    private static final String COPY_MANDATES = """
            insert into federation.mandate (
                   id, membership_id, categories, amount_cap_fen, places, valid_from, valid_to, known_at)
            select gen_random_uuid(), copy, d.categories, d.amount_cap_fen, d.places, d.valid_from, d.valid_to, d.known_at
              from federation.mandate d
              join federation.membership m on m.id = d.membership_id
             cross join unnest(:copies) copies (copy)
             where m.member_id = :group and m.state = 'CONFIRMED' and d.revoked_at is null
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Outbox outbox;

    @Test
    void change() {
        var purchases = new Purchases(house);
        purchases.publish(purchases.lunches("量度变动的助餐服务"));
        enlarge(body(purchases, "federation"), body(purchases, "group"));
        measure(purchases, "organization", "organization");
        measure(purchases, "federation", "group");
    }

    /** The federation gets as many members as it lacks, all of them like the group. */
    private void enlarge(UUID federation, UUID group) {
        var copies = Stream.generate(UUID::randomUUID)
                .limit(Math.max(0, LARGE - members(federation)))
                .toArray(UUID[]::new);
        transactions
                .write(Flux.just(COPY_BODY, COPY_FACTS, COPY_MEMBERSHIP, COPY_MANDATES)
                        .concatMap(copy -> database.sql(copy)
                                .bind("copies", copies)
                                .bind("group", group)
                                .then())
                        .then(outbox.append(new BodyChanged(federation))))
                .block(PATIENCE);
    }

    /** One is put on the list of serious violations and taken off it by turns; the other's feed empties and fills again. */
    private void measure(Purchases purchases, String changing, String watching) {
        var body = body(purchases, changing);
        Awaiting.until(PATIENCE, () -> assertThat(feed(purchases, watching)).isPositive());
        var gone = new Figures(CHANGES);
        var back = new Figures(CHANGES);
        for (int i = -WARM_UP; i < CHANGES; i++) {
            long vanished = change(body, LIST, () -> assertThat(feed(purchases, watching)).isZero());
            long returned = change(body, UNLIST, () -> assertThat(feed(purchases, watching)).isPositive());
            if (i < 0) continue;
            gone.add(vanished);
            back.add(returned);
        }
        var who = changing + " (" + members(body) + " members), feed of " + watching + " (asked every 25 ms): ";
        Figures.report("change", "listed " + who + gone);
        Figures.report("change", "unlisted " + who + back);
    }

    /** From just before the fact is written until the feed shows it. */
    private long change(UUID body, String statement, Supplier<?> seen) {
        long begin = System.nanoTime();
        transactions
                .write(database.sql(statement)
                        .bind("body", body)
                        .then()
                        .then(database.sql(NEXT_VERSION).bind("body", body).then())
                        .then(outbox.append(new BodyChanged(body))))
                .block(PATIENCE);
        Awaiting.until(PATIENCE, seen);
        return System.nanoTime() - begin;
    }

    private static UUID body(Purchases purchases, String account) {
        return UUID.fromString(purchases
                .get(account, "/api/me")
                .path("organization")
                .path("id")
                .asString());
    }

    private static long feed(Purchases purchases, String account) {
        return purchases.get(account, "/api/me/matches?size=1").path("total").asLong();
    }

    private long members(UUID body) {
        return database.sql(MEMBERS)
                .bind("body", body)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }
}
