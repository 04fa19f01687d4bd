package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.Feed;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.MembershipChanged;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.platform.time.DayTurns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Nobody touches the registry, only days pass: on an installation of its own, for its clock is moved. */
@GoufuIT
@Tag("alone")
class PassingDaysIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String WORK = "test.work";

    @Autowired
    private TestHouse house;

    @Autowired
    private ShowcaseLots showcase;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DayTurns turns;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private FederationDirectory federations;

    @Test
    void aMembershipThatBeginsIsToldOnceAndAMandateThatEndsLeavesTheFeed() {
        var today = clock.today().block(LIMIT);
        var group = house.body("group");
        begins(group, today.plusDays(1));
        endsMandates(group, today.plusDays(1));
        told(new MembershipChanged(house.body("federation"), group));
        var lot = showcase.publish("明天才入会的团队").lotId();
        Awaiting.until(LIMIT, () -> assertThat(feed("organization")).contains(lot.toString()));
        assertThat(feed("group")).doesNotContain(lot.toString());
        assertThat(federations
                        .turning(today, today.plusDays(1), null, 1_000)
                        .collectList()
                        .block(LIMIT))
                .contains(group);

        aDayPasses();
        Awaiting.until(LIMIT, () -> assertThat(feed("group")).contains(lot.toString()));
        Awaiting.until(LIMIT, () -> assertThat(messages("group", lot)).isEqualTo(1));

        aDayPasses();
        Awaiting.until(LIMIT, () -> assertThat(feed("group")).doesNotContain(lot.toString()));
        assertThat(feed("organization")).contains(lot.toString());
        assertThat(messages("group", lot)).isEqualTo(1);
    }

    @Test
    void whatRunsOutIsToldOnceForEachDistance() {
        var body = house.body("organization");
        var lastDay = clock.today().block(LIMIT).plusDays(8);
        graded(body, lastDay);
        aDayPasses();
        Awaiting.until(LIMIT, () -> assertThat(endings("organization", lastDay)).hasSize(1));
        assertThat(endings("organization", lastDay).getFirst().path("kind").asString())
                .isEqualTo("deadline");
        assertThat(endings("organization", lastDay).getFirst().path("reasons").toString())
                .contains("评估等级", "还有 7 天");
        aDayPasses();
        Awaiting.until(
                LIMIT,
                () -> assertThat(turned("organization.endings"))
                        .isEqualTo(clock.today().block(LIMIT)));
        assertThat(endings("organization", lastDay)).hasSize(1);
    }

    private void graded(UUID body, LocalDate lastDay) {
        database.sql("""
                        with gone as (
                            delete from organization.fact where body_id = :body and kind = 'GRADE')
                        insert into organization.fact
                            (id, body_id, kind, value, valid_from, valid_to, known_at, source, origin)
                        values (gen_random_uuid(), :body, 'GRADE', 'A4', :first, :last, now(), '评估公告', 'DEMO')
                        """)
                .bind("body", body)
                .bind("first", lastDay.minusYears(5).plusDays(1))
                .bind("last", lastDay)
                .then()
                .block(LIMIT);
    }

    private List<JsonNode> endings(String account, LocalDate lastDay) {
        return house.get(account, "/api/me/inbox?kind=deadline&size=100")
                .path("items")
                .valueStream()
                .filter(item -> item.path("reasons").toString().contains(lastDay.toString()))
                .toList();
    }

    private LocalDate turned(String work) {
        return database.sql("select done_on from platform.day_turn where work = :work and turning_to is null")
                .bind("work", work)
                .mapValue(LocalDate.class)
                .one()
                .block(LIMIT);
    }

    @Test
    void aDayIsWorkedThroughByOneInstanceThatAnotherMayFollow() {
        assertThat(turns.take(WORK, null).block(LIMIT)).isNull();
        var today = clock.today().block(LIMIT);
        var yesterday = today.minusDays(1);
        var turn = turns.take(WORK, yesterday).block(LIMIT);
        assertThat(turn.last()).isEqualTo(yesterday);
        assertThat(turn.today()).isEqualTo(today);
        assertThat(turn.reached()).isNull();
        assertThat(turns.take(WORK, yesterday).block(LIMIT)).isNull();

        var half = new UUID(1, 1);
        turns.reached(turn, half).block(LIMIT);
        turns.giveBack(turn).block(LIMIT);
        var resumed = turns.take(WORK, yesterday).block(LIMIT);
        assertThat(resumed.reached()).isEqualTo(half);
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.reached(turn, half).block(LIMIT));
        turns.done(turn).block(LIMIT);
        assertThat(turns.take(WORK, null).block(LIMIT)).isNull();
        turns.done(resumed).block(LIMIT);
        assertThat(turns.take(WORK, today).block(LIMIT)).isNull();
    }

    @Test
    void aFactTurnsOnItsFirstDayAndOnTheDayAfterItsLast() {
        var body = house.body("organization");
        var first = LocalDate.of(2031, 5, 10);
        var last = LocalDate.of(2031, 5, 20);
        database.sql("""
                        insert into organization.fact
                            (id, body_id, kind, value, valid_from, valid_to, known_at, source, origin)
                        values (gen_random_uuid(), :body, 'GRADE', 'A3', :first, :last, now(), '评估公告', 'DEMO')
                        """)
                .bind("body", body)
                .bind("first", first)
                .bind("last", last)
                .then()
                .block(LIMIT);
        assertThat(turning(first.minusDays(2), first.minusDays(1))).doesNotContain(body);
        assertThat(turning(first.minusDays(1), first)).contains(body);
        assertThat(turning(first, last)).doesNotContain(body);
        assertThat(turning(last, last.plusDays(1))).contains(body);
        assertThat(turning(first.minusDays(9), last.plusDays(9))).contains(body);
        assertThat(turning(last.plusDays(1), last.plusDays(2))).doesNotContain(body);
    }

    private List<UUID> turning(LocalDate last, LocalDate today) {
        return organizations.turning(last, today, null, 1_000).collectList().block(LIMIT);
    }

    private void begins(UUID member, LocalDate day) {
        database.sql("update federation.membership set valid_from = :day, valid_to = null where member_id = :member")
                .bind("day", day)
                .bind("member", member)
                .then()
                .block(LIMIT);
    }

    private void endsMandates(UUID member, LocalDate day) {
        database.sql("""
                        update federation.mandate
                           set valid_to = :day
                         where membership_id in (select id from federation.membership where member_id = :member)
                        """).bind("day", day).bind("member", member).then().block(LIMIT);
    }

    private void told(MembershipChanged news) {
        transactions.write(outbox.append(news)).block(LIMIT);
    }

    private void aDayPasses() {
        house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT24H"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<String> feed(String account) {
        return Feed.lots(house.as(account));
    }

    private long messages(String account, UUID lot) {
        return house.get(account, "/api/me/inbox?size=100").path("items").findValuesAsString("lotId").stream()
                .filter(lot.toString()::equals)
                .count();
    }
}
