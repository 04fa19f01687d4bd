package org.goufu.ledger.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Hash;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A log that is not the one that was signed is found out, and nothing is entered into it any more. */
@GoufuIT
class CheckLogIT {
    /** The database as it was when the log had 256 entries: only the heads that are kept outside know better. */
    private static final List<String> OLD_BACKUP = List.of(
            "delete from ledger.checkpoint where size > 256",
            "delete from ledger.act where index >= 256",
            "delete from ledger.entry where index >= 256",
            "delete from ledger.subtree where level > 8 or index > 0",
            "update ledger.head set size = 256, peaks = array(select hash from ledger.subtree)");

    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    Log log;

    @Autowired
    CheckLog check;

    @Autowired
    SignCheckpoint checkpoints;

    @Autowired
    Soundness soundness;

    @Autowired
    LedgerKey key;

    @Autowired
    KnownHeads heads;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    private static final class RolledBack extends RuntimeException {}

    @BeforeEach
    void somethingIsEnteredAndSigned() {
        transactions.write(ledger.enter(acts())).block();
        checkpoints.note().block();
    }

    @AfterEach
    void allAgreesAgain() {
        database.sql("delete from ledger.halt").then().block();
        check.wholly().block();
        assertThat(soundness.whyHalted().block()).isNull();
    }

    /** What somebody with all rights on the database may do to it. */
    static Stream<Arguments> tamperings() {
        var last = "(select max(index) from ledger.entry)";
        return Stream.of(
                Arguments.of("an old backup is put back", OLD_BACKUP, "old backup"),
                Arguments.of(
                        "the last entry is removed",
                        List.of(
                                "delete from ledger.act where index = " + last,
                                "delete from ledger.entry where index = " + last,
                                "update ledger.head set size = size - 1, peaks = '{}'"),
                        "its head is none of a tree"),
                Arguments.of(
                        "the last entry is removed without the head",
                        List.of(
                                "delete from ledger.act where index = " + last,
                                "delete from ledger.entry where index = " + last),
                        "entries"),
                Arguments.of(
                        "an entry in the middle is removed",
                        List.of("delete from ledger.act where index = 5", "delete from ledger.entry where index = 5"),
                        "entries are missing"),
                Arguments.of(
                        "an entry is changed",
                        List.of("update ledger.entry set commitment = sha256('x') where index = " + last),
                        "entries"),
                Arguments.of(
                        "an old entry is changed below a kept subtree",
                        List.of("update ledger.entry set commitment = sha256('x') where index = 7"),
                        "the subtree of height 8"),
                Arguments.of(
                        "a subtree is changed",
                        List.of("update ledger.subtree set hash = sha256('x') where level = 8 and index = 0"),
                        "entries were changed"),
                Arguments.of("the order of two entries is changed", List.of("""
                                update ledger.entry e set commitment = o.commitment
                                  from ledger.entry o where (e.index, o.index) in ((8, 9), (9, 8))
                                """), "the subtree of height 8"),
                Arguments.of(
                        "the head is changed",
                        List.of("update ledger.head set peaks[1] = sha256('x')"),
                        "do not make its head"),
                Arguments.of(
                        "an act is rewritten",
                        List.of("update ledger.act set body = replace(body, '试验', '改过') where index = " + last),
                        "acts are not those"),
                Arguments.of(
                        "a salt is lost", List.of("update ledger.act set salt = sha256('x') where index = 3"), "at 3"),
                Arguments.of("an act is removed", List.of("delete from ledger.act where index = 4"), "at 4"));
    }

    /** As at a deadline, when every bid that is taken lets a new head be signed. */
    @Test
    void growsWhileItIsChecked() {
        var growing = (Log) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    var answer = method.invoke(log, arguments);
                    return method.getName().equals("head")
                            ? ((Mono<?>) answer)
                                    .delayUntil(head -> transactions
                                            .write(ledger.enter(acts()))
                                            .then(checkpoints.note()))
                            : answer;
                });
        var checking = new CheckLog(growing, heads, key, soundness, transactions);
        checking.againstHeads().block();
        assertThat(soundness.whyHalted().block()).isNull();
        checking.wholly().block();
        assertThat(soundness.whyHalted().block()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void findsOut(String name, List<String> statements, String reason) {
        var found = new StringBuilder();
        StepVerifier.create(transactions.write(asSuperuser(statements)
                        .then(check.wholly())
                        .then(Mono.defer(() -> log.halt().doOnNext(halt -> found.append(halt.reason()))))
                        .then(Mono.error(new RolledBack()))))
                .verifyError(RolledBack.class);
        assertThat(found.toString()).contains(reason);
    }

    /** Also without reading all leaves, as at the start. */
    @Test
    void aTruncatedCopyIsFoundOutAtTheStart() {
        StepVerifier.create(transactions.write(
                        asSuperuser(OLD_BACKUP).then(check.atStart()).then(Mono.defer(() -> ledger.enter(acts())))))
                .verifyErrorSatisfies(refused ->
                        assertThat(((ProblemException) refused).problem()).isEqualTo(LedgerProblem.HALTED));
    }

    /** The heads in the database went with the entries: those that are kept outside did not. */
    @Test
    void aLogThatGoesOnFromAnOldBackupIsNotSigned() {
        StepVerifier.create(transactions.write(asSuperuser(OLD_BACKUP)
                        .then(Mono.defer(() -> ledger.enter(acts())))
                        .then(Mono.defer(() -> ledger.enter(acts())))
                        .then(Mono.defer(checkpoints::note))))
                .verifyErrorSatisfies(refused ->
                        assertThat(((ProblemException) refused).problem()).isEqualTo(LedgerProblem.HALTED));
    }

    @Test
    void anHonestLogIsNeverHalted() {
        check.wholly().block();
        check.atStart().block();
        assertThat(log.halt().hasElement().block()).isFalse();
    }

    @Test
    void whileItIsHaltedThePlatformIsReadOnly() {
        var signed = checkpoints.note().block();
        // A head that this log never had: the hourly check, should it come now, finds the same.
        var missed = new Checkpoint(key.verifier().name(), 1_000_000_000, Hash.EMPTY);
        log.halt(new Log.Halt("试验", key.sign(missed.text()))).block();
        check.followTheOthers().block();
        var acts = acts();

        house.post("officer", Map.of("title", "不会受理"), "/api/purchases")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/ledger/halted")
                .jsonPath("$.detail")
                .value(text -> assertThat(String.valueOf(text)).contains("恢复了旧备份"));
        house.get("officer", "/api/purchases");
        assertThat(house.read("officer", "/api/ledger/checkpoint")).isEqualTo(signed);
        house.anonymous()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
        house.anonymous()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        StepVerifier.create(transactions.write(ledger.enter(acts)))
                .verifyErrorSatisfies(refused ->
                        assertThat(((ProblemException) refused).problem()).isEqualTo(LedgerProblem.HALTED));
        check.wholly().block();
        assertThat(log.halt().hasElement().block()).isTrue();
    }

    /** It is taken back only by all that agrees again, the head that was missed included. */
    @Test
    void isOpenedAgainWhenEverythingAgrees() {
        check.stop("试验").block();
        check.atStart().block();
        assertThat(log.halt().hasElement().block()).isFalse();
        transactions.write(ledger.enter(acts())).block();
    }

    /** Without the triggers that keep everybody else from it. */
    private Mono<Void> asSuperuser(List<String> statements) {
        return Flux.concat(
                        Flux.just("set local session_replication_role = replica"),
                        Flux.fromIterable(statements),
                        Flux.just("set local session_replication_role = origin"))
                .concatMap(statement -> database.sql(statement).then())
                .then();
    }

    /** More than two kept subtrees. */
    private static List<Act> acts() {
        return IntStream.range(0, 300)
                .mapToObj(i -> new Act(Act.Kind.NOTICE_PUBLISHED, Ids.next(), (UUID) null, Map.of("number", "试验 " + i)))
                .toList();
    }
}
