package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Receipt.Finding;
import org.goufu.ledger.domain.TilePath;
import org.goufu.ledger.domain.Verifier;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** Before the opening nothing tells that a bid exists: everybody tries to read an entry that is not revealed. */
@GoufuIT
class BlindedActsIT {
    private static final List<String> PEOPLE = List.of(
            "officer",
            "approver",
            "organization",
            "federation",
            "group",
            "registrar",
            "evaluator",
            "supervisor",
            "admin");

    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    private final UUID purchase = Ids.next();
    private final UUID bid = Ids.next();
    private long index;
    private byte[] salt;

    @BeforeEach
    void aBidIsEntered() {
        enter(new Act(Act.Kind.BID_SUBMITTED, bid, purchase, Map.of("bidder", "不得泄露的响应人")));
        var row = database.sql("select index, salt from ledger.act where subject = :bid")
                .bind("bid", bid)
                .map(found -> Map.entry(found.get("index", Long.class), found.get("salt", byte[].class)))
                .one()
                .block();
        index = row.getKey();
        salt = row.getValue();
        var covering =
                house.anonymous().get().uri("/api/ledger/checkpoint").exchange().expectBody(String.class);
        assertThat(covering.returnResult().getResponseBody()).isNotNull();
    }

    @Test
    void nobodyReadsAnEntryThatIsNotRevealed() {
        for (var client : everybody().toList()) {
            for (var path : paths()) {
                var answer = client.get().uri(path).exchange().expectBody().returnResult();
                var bytes = answer.getResponseBody() == null ? new byte[0] : answer.getResponseBody();
                var text = new String(bytes, StandardCharsets.UTF_8);
                assertThat(text)
                        .as(path)
                        .doesNotContain("不得泄露")
                        .doesNotContain("BID_SUBMITTED")
                        .doesNotContain(Base64.getEncoder().encodeToString(salt).substring(0, 40))
                        .doesNotContain(HexFormat.of().formatHex(salt));
                // Its own address may stand in a refusal, which says the same for what never was.
                if (answer.getStatus().is2xxSuccessful()) assertThat(text).doesNotContain(bid.toString());
                assertThat(contains(bytes, salt)).as(path).isFalse();
            }
        }
    }

    @Test
    void whatIsNotRevealedIsRefusedLikeWhatNeverWas() {
        for (var client : everybody().toList()) {
            var hidden = refusal(client, index);
            var absent = refusal(client, 999_999_999L);
            assertThat(hidden.replace(String.valueOf(index), "n")).isEqualTo(absent.replace("999999999", "n"));
        }
    }

    @Test
    void whoEnteredItHasItsReceiptAtOnce() {
        var receipt = Receipt.read(ledger.receipt(Act.Kind.BID_SUBMITTED, bid).block());
        assertThat(receipt.index()).isEqualTo(index);
        assertThat(receipt.check(key())).isInstanceOf(Finding.Good.class);
        StepVerifier.create(ledger.receipt(Act.Kind.BID_WITHDRAWN, bid))
                .verifyErrorSatisfies(refused ->
                        assertThat(((ProblemException) refused).problem()).isEqualTo(LedgerProblem.ENTRY_NOT_FOUND));
    }

    @Test
    void aLaterActRevealsItForEverybody() {
        var other = Ids.next();
        enter(new Act(Act.Kind.BID_SUBMITTED, other, Ids.next(), Map.of("bidder", "别的项目")));
        var opening = new Act(Act.Kind.OPENED, Ids.next(), purchase, Map.of());

        transactions.write(ledger.reveal(opening, List.of(bid, other))).block();

        var items = house.get("group", "/api/ledger/entries?purchase={id}", purchase)
                .path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("kind").asString()).isEqualTo("BID_SUBMITTED");
        assertThat(items.get(1).path("kind").asString()).isEqualTo("OPENED");
        var receipt = Receipt.read(text("/api/ledger/entries/{index}/proof", index));
        assertThat(receipt.check(key())).isInstanceOf(Finding.Good.class);
        assertThat(new String(receipt.act(), StandardCharsets.UTF_8)).contains("不得泄露的响应人");
        // The bid of another purchase stays what it was.
        assertThat(revealed(other)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.Kind.class,
            names = {
                "BID_SUBMITTED",
                "BID_REPLACED",
                "BID_WITHDRAWN",
                "BOX_SEALED",
                "SCORES_SIGNED",
                "SIGNING_KEY_ENROLLED",
                "SIGNING_KEY_REVOKED"
            })
    void theDatabaseItselfEntersNoSuchActOpenly(Act.Kind kind) {
        assertThat(kind.isBlinded()).isTrue();
        StepVerifier.create(database.sql("""
                        select ledger.append(array[:kind], array[gen_random_uuid()], array[gen_random_uuid()],
                                             array[repeat('00', 32)], array['{}'], true)
                        """).bind("kind", kind.name()).then())
                .verifyErrorMatches(refused -> String.valueOf(refused.getMessage() + refused.getCause())
                        .contains("act_is_blinded"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.act set revealed = true where subject = :bid",
                "update ledger.act set revealed = true, revealed_by = index where subject = :bid",
                "update ledger.act set revealed = true, revealed_by = index + 1, body = '{}' where subject = :bid"
            })
    void itIsRevealedByALaterActOnly(String statement) {
        StepVerifier.create(database.sql(statement).bind("bid", bid).then()).verifyError();
        assertThat(revealed(bid)).isFalse();
    }

    @Test
    void blindedActsAreNotEnteredAmongOpenOnesNorReveal() {
        var open = new Act(Act.Kind.OPENED, Ids.next(), purchase, Map.of());
        var blinded = new Act(Act.Kind.BID_WITHDRAWN, Ids.next(), purchase, Map.of());
        assertThatThrownBy(() -> ledger.enter(List.of(open, blinded))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.reveal(blinded, List.of(bid))).isInstanceOf(IllegalArgumentException.class);
    }

    private void enter(Act act) {
        transactions.write(ledger.enter(List.of(act))).block();
    }

    private Stream<WebTestClient> everybody() {
        return Stream.concat(Stream.of(house.anonymous()), PEOPLE.stream().map(house::as));
    }

    private List<String> paths() {
        return List.of(
                "/api/ledger/checkpoint",
                "/api/ledger/key",
                "/api/ledger/entries?purchase=" + purchase,
                "/api/ledger/entries?purchase=" + bid,
                "/api/ledger/entries/" + index + "/proof",
                "/api/ledger/consistency?before=1&size=" + (index + 1),
                "/api/ledger/tile/entries/000",
                "/api/ledger/tile/entries/" + String.format("%03d", index / 256),
                "/api/ledger/tile/entries/" + partial(),
                "/api/ledger/tile/0/" + partial(),
                "/api/purchases/" + purchase,
                "/api/purchases/" + purchase + "/bundle",
                "/api/notices?q=" + purchase,
                "/actuator/prometheus",
                "/actuator/health");
    }

    private String partial() {
        return new TilePath(index / TilePath.WIDTH, (int) (index % TilePath.WIDTH) + 1).text();
    }

    private static String refusal(WebTestClient client, long index) {
        return String.valueOf(client.get()
                .uri("/api/ledger/entries/{index}/proof", index)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private boolean revealed(UUID subject) {
        return Boolean.TRUE.equals(database.sql("select revealed from ledger.act where subject = :subject")
                .bind("subject", subject)
                .mapValue(Boolean.class)
                .one()
                .block());
    }

    private Verifier key() {
        return Verifier.read(text("/api/ledger/key"));
    }

    private String text(String path, Object... variables) {
        return house.read("organization", path, variables);
    }

    private static boolean contains(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
