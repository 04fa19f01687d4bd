package org.goufu.bidding.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidAct.Kind;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.usecase.Boxes;
import org.goufu.bidding.usecase.Boxes.Decision;
import org.goufu.bidding.usecase.Boxes.Judged;
import org.goufu.bidding.usecase.Boxes.NewBox;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the database decides, at the edges of the deadline. */
@GoufuIT
class SqlBoxesIT {
    private static final byte[] DIGEST = new byte[32];

    @Autowired
    Boxes boxes;

    @Autowired
    Transactions transactions;

    @Autowired
    BusinessClock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    ReactiveTransactionManager manager;

    private UUID box(Duration untilDeadline) {
        var lot = Ids.next();
        StepVerifier.create(clock.now()
                        .flatMap(now -> boxes.make(List.of(
                                new NewBox(lot, Ids.next(), Ids.next(), DIGEST, "试封包", now.plus(untilDeadline))))))
                .verifyComplete();
        return lot;
    }

    private static BidAct act(Kind kind, UUID lot, UUID body, UUID envelope, @Nullable UUID replaced) {
        var manifest =
                kind == Kind.BID_WITHDRAWN ? new byte[0] : envelope.toString().getBytes();
        return new BidAct(kind, envelope, lot, body, Ids.next(), Ids.next(), manifest, new byte[64], replaced);
    }

    private List<Decision> decide(BidAct... acts) {
        var judged = Arrays.stream(acts).map(act -> new Judged(act, null)).toList();
        return transactions.write(boxes.decide(judged)).blockOptional().orElseThrow();
    }

    private static List<@Nullable BidProblem> refusals(List<Decision> decisions) {
        return decisions.stream().<@Nullable BidProblem>map(Decision::refusal).toList();
    }

    private long count(String sql, UUID lot) {
        return database.sql(sql)
                .bind("lot", lot)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void onlyTheLastInTimeCounts() {
        var lot = box(Duration.ofHours(1));
        var body = Ids.next();
        var first = Ids.next();
        var second = Ids.next();

        assertThat(refusals(decide(act(Kind.BID_SUBMITTED, lot, body, first, null))))
                .containsOnlyNulls();
        assertThat(refusals(decide(
                        act(Kind.BID_SUBMITTED, lot, body, Ids.next(), null),
                        act(Kind.BID_REPLACED, lot, body, Ids.next(), Ids.next()),
                        act(Kind.BID_REPLACED, lot, body, second, first),
                        act(Kind.BID_WITHDRAWN, lot, body, first, null))))
                .containsExactly(BidProblem.ALREADY_GIVEN, BidProblem.NOT_CURRENT, null, BidProblem.NOT_CURRENT);
        assertThat(count("select count(*) from bidding.event where lot = :lot", lot))
                .isEqualTo(2);
    }

    /** The deadline is now: as if the time until then had passed. */
    private void passDeadline(UUID lot) {
        var unwatched =
                database.sql("set local session_replication_role = replica").then();
        var now = database.sql("update bidding.box set deadline = platform.now() where lot = :lot")
                .bind("lot", lot)
                .then();
        StepVerifier.create(transactions.write(unwatched.then(now))).verifyComplete();
    }

    private void sealed(UUID lot) {
        transactions.write(boxes.seal(lot)).block();
        assertThat(count("select count(*) from bidding.box where lot = :lot and state = 'SEALED'", lot))
                .isEqualTo(1);
    }

    /** A batch that began before a replacement was committed is held against it, whatever its snapshot says. */
    @Test
    void whoWaitsForABoxSeesItsNewHolders() {
        var lot = box(Duration.ofHours(1));
        var pause = Duration.ofMillis(600);
        var replacing = transactions.write(boxes.take(lot)
                .then(database.sql("update bidding.box set keyset = sha256('new') where lot = :lot")
                        .bind("lot", lot)
                        .then())
                .then(Mono.delay(pause)));
        var batch = Mono.delay(pause.dividedBy(3))
                .then(transactions.write(boxes.hold(List.of(lot)).next()));
        var box = Mono.zip(replacing, batch).blockOptional().orElseThrow().getT2();
        assertThat(box.keyset()).isNotNull();
        assertThat(box.takesSealedTo("00".repeat(32))).isFalse();
        assertThat(box.takesSealedTo(String.valueOf(box.keyset()))).isTrue();
    }

    /** And a replacement comes after every batch that holds the box. */
    @Test
    void whoTakesABoxWaitsForThoseWhoHoldIt() {
        var lot = box(Duration.ofHours(1));
        var pause = Duration.ofMillis(600);
        var holding = transactions.write(boxes.hold(List.of(lot))
                .next()
                .delayUntil(box -> Mono.delay(pause))
                .then(Mono.fromSupplier(System::nanoTime)));
        var taking = Mono.delay(pause.dividedBy(3))
                .then(transactions.write(boxes.take(lot).then(Mono.fromSupplier(System::nanoTime))));
        var ends = Mono.zip(holding, taking).blockOptional().orElseThrow();
        assertThat(ends.getT2()).isGreaterThan(ends.getT1());
        assertThat(boxes.find(List.of(lot)).blockFirst().takesSealedTo("00".repeat(32)))
                .isTrue();
    }

    /** A correction finds the box open, or it finds that it came too late. */
    @Test
    void anOpenBoxFollowsACorrectionAndASealedOneDoesNot() {
        var open = box(Duration.ofHours(1));
        var closed = box(Duration.ofHours(1));
        passDeadline(closed);
        sealed(closed);
        var digest = new byte[32];
        Arrays.fill(digest, (byte) 7);
        var later = boxes.find(List.of(open)).blockFirst().deadline().plus(Duration.ofDays(1));

        assertThat(transactions
                        .write(boxes.correct(List.of(open), digest, later))
                        .block())
                .isZero();
        var moved = boxes.find(List.of(open)).blockFirst();
        assertThat(moved.deadline()).isEqualTo(later);
        assertThat(moved.noticeDigest()).isEqualTo("07".repeat(32));

        var before = boxes.find(List.of(closed)).blockFirst();
        assertThat(transactions
                        .write(boxes.correct(List.of(closed, open), digest, later.plusSeconds(1)))
                        .block())
                .isEqualTo(1);
        assertThat(boxes.find(List.of(closed)).blockFirst()).isEqualTo(before);
        StepVerifier.create(transactions.write(boxes.correct(List.of(open), digest, later.minusSeconds(60))))
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("never changes"));
    }

    @Test
    void afterTheDeadlineNothingMovesButWhatWasGivenIsStillTold() {
        var lot = box(Duration.ofHours(1));
        var body = Ids.next();
        var given = act(Kind.BID_SUBMITTED, lot, body, Ids.next(), null);
        var inTime = decide(given).getFirst();
        assertThat(inTime.refusal()).isNull();
        assertThat(transactions.write(boxes.seal(lot)).block())
                .as("sealed early")
                .isFalse();

        passDeadline(lot);
        sealed(lot);

        assertThat(refusals(decide(
                        act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null),
                        act(Kind.BID_REPLACED, lot, body, Ids.next(), given.envelope()),
                        act(Kind.BID_WITHDRAWN, lot, body, given.envelope(), null))))
                .containsOnly(BidProblem.CLOSED);
        assertThat(decide(given)).containsExactly(inTime);
        assertThat(transactions.write(boxes.seal(lot)).block()).isFalse();
        assertThat(count("select count(*) from ledger.act where kind = 'BOX_SEALED' and subject = :lot", lot))
                .isEqualTo(1);
    }

    @Test
    void aLateBidIsRefusedAlsoBeforeTheBoxIsSealed() {
        var lot = box(Duration.ofSeconds(-1));

        assertThat(refusals(decide(act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null))))
                .containsExactly(BidProblem.CLOSED);
    }

    @Test
    void theSealWaitsForEveryBidInTimeAndNoneComesBehindIt() {
        var lot = box(Duration.ofMillis(600));
        var bids = Flux.range(0, 400)
                .flatMap(
                        i -> Mono.defer(() -> transactions.write(boxes.decide(List.of(
                                new Judged(act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null), null))))),
                        4)
                .map(List::getFirst)
                .collectList()
                .toFuture();
        Awaiting.until(Duration.ofSeconds(60), () -> {
            sealed(lot);
            return true;
        });
        var outcomes = bids.join();

        long accepted =
                outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
        assertThat(count("select count(*) from bidding.event where lot = :lot", lot))
                .isEqualTo(accepted);
        assertThat(count("""
                        select count(*) from bidding.event e join bidding.box b using (lot)
                         where lot = :lot and e.at >= b.deadline
                        """, lot)).isZero();
        assertThat(count("""
                        select count(*) from ledger.act
                         where kind = 'BOX_SEALED' and subject = :lot
                           and (body::jsonb ->> 'events')::bigint = (select count(*) from bidding.event where lot = :lot)
                        """, lot)).isEqualTo(1);
    }

    @Test
    void thePlatformSealsByItself() {
        var lot = box(Duration.ofMillis(1));

        Awaiting.until(Duration.ofSeconds(30), () -> {
            assertThat(count("select count(*) from bidding.box where lot = :lot and state = 'SEALED'", lot))
                    .isEqualTo(1);
            return true;
        });
    }

    @Test
    void whatIsInABoxNeverChanges() {
        var lot = box(Duration.ofHours(1));
        decide(act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null));

        for (var change : List.of(
                "delete from bidding.event where lot = :lot",
                "update bidding.event set at = at where lot = :lot",
                "update bidding.envelope set manifest = manifest where lot = :lot",
                "update bidding.box set deadline = deadline - interval '1 minute' where lot = :lot",
                "delete from bidding.box where lot = :lot")) {
            StepVerifier.create(database.sql(change).bind("lot", lot).then())
                    .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("never changes"));
        }
    }

    @Test
    void aThousandBodiesInOneBatchEachGetTheirOwnAnswer() {
        var lot = box(Duration.ofHours(1));
        var acts = IntStream.range(0, 1_000)
                .mapToObj(i -> act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null))
                .toArray(BidAct[]::new);

        assertThat(refusals(decide(acts))).hasSize(1_000).containsOnlyNulls();
        assertThat(count("select events from bidding.chain where lot = :lot", lot))
                .isEqualTo(1_000);
    }

    /** Its plans are made while nothing is in it, and kept while it fills: none of them may read all of it for each bid. */
    @Test
    void theFirstBoxOfAPlatformIsNotReadWholeForEachBid() {
        int batches = 20;
        int bids = 50;
        var lot = box(Duration.ofHours(1));
        var tables = "bidding.envelope, bidding.event, bidding.standing";
        var empty = Flux.just(
                        "set local session_replication_role = replica",
                        "truncate %s cascade".formatted(tables),
                        "analyze %s".formatted(tables),
                        "set local session_replication_role = origin",
                        "set local plan_cache_mode = force_generic_plan")
                .concatMap(sql -> database.sql(sql).then());
        var fill = Flux.range(0, batches)
                .concatMap(batch -> boxes.decide(IntStream.range(0, bids)
                        .mapToObj(i -> new Judged(act(Kind.BID_SUBMITTED, lot, Ids.next(), Ids.next(), null), null))
                        .toList()));
        var read = database.sql("""
                        select sum(idx_tup_fetch)::bigint
                          from pg_stat_xact_user_tables
                         where schemaname = 'bidding' and relname in ('envelope', 'event', 'standing')
                        """).mapValue(Long.class).one();
        var rows = TransactionalOperator.create(manager)
                .execute(transaction -> {
                    transaction.setRollbackOnly();
                    return empty.thenMany(fill).then(read);
                })
                .single()
                .blockOptional()
                .orElseThrow();
        assertThat(rows).isLessThan(batches * bids);
    }
}
