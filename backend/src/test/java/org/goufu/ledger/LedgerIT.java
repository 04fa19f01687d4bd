package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.kernel.Ids;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Entry;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Proof;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Receipt.Finding;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Verifier;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a stranger can prove of the running platform, knowing its public key alone. */
@GoufuIT
class LedgerIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TestHouse house;

    @Autowired
    Ledger ledger;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Test
    void aPublishedNoticeIsEnteredWithItsDigestAndCanBeProved() {
        var notice = new Purchases(house).publish(new Purchases(house).lunches("存证的助餐服务"));

        var receipt = receipt(placeOf(notice.path("purchaseId").asString()));

        var act = JSON.readTree(receipt.act());
        assertThat(act.path("kind").asString()).isEqualTo("NOTICE_PUBLISHED");
        assertThat(act.path("subject")).isEqualTo(notice.path("id"));
        assertThat(act.path("number")).isEqualTo(notice.path("number"));
        assertThat(act.path("type").asString()).isEqualTo("PROCUREMENT");
        assertThat(act.path("digest")).isEqualTo(notice.path("digest"));
        assertThat(act.path("follows").asString()).isEmpty();
        assertThat(receipt.check(key())).isInstanceOf(Finding.Good.class);
    }

    @Test
    void whatWasPublishedBeforeTheLedgerStoodIsInIt() {
        var missing = """
                select count(*) from purchase.notice n
                 where n.published_at < (select min(entered_at) from ledger.act)
                   and n.department_id in (select id from organization.department)
                   and not exists (select from ledger.act a where a.kind = 'NOTICE_PUBLISHED' and a.subject = n.id)
                """;
        assertThat(count(missing)).isZero();
        var first = receipt(0);
        assertThat(first.check(key())).isInstanceOf(Finding.Good.class);
    }

    @Test
    void everyKindOfNoticeOfTheProvinceIsInItUnderItsKind() {
        var kinds = """
                select count(distinct n.type)
                  from purchase.notice n
                  join ledger.act a on a.kind = 'NOTICE_PUBLISHED' and a.subject = n.id
                 where a.body::jsonb ->> 'type' = n.type and a.body::jsonb ->> 'digest' = encode(n.digest, 'hex')
                """;
        assertThat(count(kinds)).isEqualTo(count("select count(distinct type) from purchase.notice"));
    }

    @Test
    void anOpenActNamesTheOneBeforeItInThePurchase() {
        var purchase = Ids.next();
        var acts = IntStream.range(0, 5)
                .mapToObj(i -> new Act(Act.Kind.NOTICE_PUBLISHED, Ids.next(), purchase, Map.of("number", "链 " + i)))
                .toList();
        transactions.write(ledger.enter(acts.subList(0, 1))).block();
        // One of them stands already, as when earlier notices are entered once more.
        transactions.write(ledger.enter(acts.subList(0, 3))).block();
        transactions.write(ledger.enter(acts.subList(3, 5))).block();

        var before = "";
        var items = house.get("officer", "/api/ledger/entries?purchase={id}", purchase)
                .path("items");
        assertThat(items).hasSize(5);
        for (var item : items) {
            var receipt = receipt(item.path("index").asLong());
            assertThat(JSON.readTree(receipt.act()).path("follows").asString()).isEqualTo(before);
            before = commitment(receipt);
        }
    }

    @Test
    void anActOfNoPurchaseNamesTheOneBeforeItOfItsSubjectAndOthersCanRestOnIt() {
        var key = Ids.next();
        var other = Ids.next();
        enter(new Act(Act.Kind.KEY_ENROLLED, key, null, Map.of("holder", "示例")));
        enter(
                new Act(Act.Kind.KEY_REVOKED, key, null, Map.of("holder", "示例")),
                new Act(Act.Kind.KEYSET_FROZEN, other, other, Map.of(), List.of(other, key)));

        var enrolled = receipt(Act.Kind.KEY_ENROLLED, key);
        var revoked = receipt(Act.Kind.KEY_REVOKED, key);
        assertThat(said(enrolled).path("follows").asString()).isEmpty();
        assertThat(said(revoked).path("follows").asString()).isEqualTo(commitment(enrolled));
        assertThat(said(receipt(Act.Kind.KEYSET_FROZEN, other)).path("rests").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("", commitment(revoked));
    }

    private void enter(Act... acts) {
        transactions.write(ledger.enter(List.of(acts))).block();
    }

    private Receipt receipt(Act.Kind kind, UUID subject) {
        var receipt = Receipt.read(ledger.receipt(kind, subject).block());
        assertThat(receipt.check(key())).isInstanceOf(Finding.Good.class);
        return receipt;
    }

    private static JsonNode said(Receipt receipt) {
        return JSON.readTree(receipt.act());
    }

    private static String commitment(Receipt receipt) {
        return HexFormat.of().formatHex(Entry.commitment(receipt.salt(), receipt.act()));
    }

    @Test
    void theDatabaseHashesAsTheVerifiersDo() {
        enter(700);

        var checkpoint = checkpoint();

        var leaves = new ArrayList<Hash>();
        database.sql("select commitment from ledger.entry order by index")
                .mapValue(byte[].class)
                .all()
                .map(Hash::leaf)
                .doOnNext(leaves::add)
                .blockLast();
        assertThat(leaves).hasSizeGreaterThanOrEqualTo((int) checkpoint.size());
        var frontier = Frontier.EMPTY;
        for (var leaf : leaves.subList(0, (int) checkpoint.size())) frontier = frontier.with(leaf);
        assertThat(frontier.root()).isEqualTo(checkpoint.root());
    }

    @Test
    void aLaterHeadBeginsWithAnEarlierOne() {
        var before = checkpoint();
        enter(300);
        var after = checkpoint();
        assertThat(after.size()).isGreaterThanOrEqualTo(before.size() + 300);

        var path = text("/api/ledger/consistency?before={a}&size={b}", before.size(), after.size())
                .lines()
                .map(Hash::ofBase64)
                .toList();

        assertThat(Proof.isConsistent(before.size(), before.root(), after.size(), after.root(), path))
                .isTrue();
        assertThat(Proof.isConsistent(before.size(), after.root(), after.size(), after.root(), path))
                .isFalse();
    }

    @Test
    void actsEnteredAtOnceEachGetAPlaceAndTheSameActOnlyOne() {
        var acts = acts(40);
        StepVerifier.create(Flux.range(0, 80)
                        .flatMap(i -> transactions.write(ledger.enter(List.of(acts.get(i % 40)))), 8)
                        .then())
                .verifyComplete();
        var places = new ArrayList<Long>();
        for (var act : acts) places.add(placeOf(act.purchase().toString()));
        assertThat(places).doesNotHaveDuplicates();
        for (var place : places) assertThat(receipt(place).check(key())).isInstanceOf(Finding.Good.class);
    }

    @Test
    void anActThatIsRolledBackLeavesNoHole() {
        var size = count("select size from ledger.head");
        StepVerifier.create(transactions.write(
                        ledger.enter(acts(3)).then(Mono.error(new IllegalStateException("refused")))))
                .verifyErrorMessage("refused");
        assertThat(count("select size from ledger.head")).isEqualTo(size);
        assertThat(count("select count(*) from ledger.entry")).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from ledger.entry where index = 0",
                "update ledger.entry set commitment = sha256('x') where index = 0",
                "truncate ledger.entry cascade",
                "delete from ledger.act where index = 0",
                "update ledger.act set body = '{}' where index = 0",
                "update ledger.act set revealed = false where index = 0",
                "update ledger.subtree set hash = sha256('x')",
                "delete from ledger.checkpoint"
            })
    void nothingInItCanBeChanged(String statement) {
        enter(300);
        checkpoint();
        StepVerifier.create(database.sql(statement).then())
                .verifyErrorMatches(refused -> String.valueOf(refused.getMessage() + refused.getCause())
                        .contains("never changes"));
    }

    @Test
    void saysWhatIsNotThere() {
        refused("/api/ledger/entries/999999999/proof", 404, "/problems/ledger/entry-not-found");
        refused("/api/ledger/consistency?before=0&size=1", 400, "/problems/ledger/sizes-unknown");
        refused("/api/ledger/consistency?before=5&size=999999999", 400, "/problems/ledger/sizes-unknown");
        assertThat(house.get("officer", "/api/ledger/entries?purchase={id}", UUID.randomUUID())
                        .path("items"))
                .isEmpty();
    }

    private void refused(String path, int status, String type) {
        house.anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(type);
    }

    private void enter(int many) {
        transactions.write(ledger.enter(acts(many))).block();
    }

    private static List<Act> acts(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Act(Act.Kind.NOTICE_PUBLISHED, Ids.next(), Ids.next(), Map.of("number", "试验 " + i)))
                .toList();
    }

    private long placeOf(String purchase) {
        JsonNode items = house.get("officer", "/api/ledger/entries?purchase={id}", purchase)
                .path("items");
        assertThat(items).hasSize(1);
        return items.get(0).path("index").asLong();
    }

    private Receipt receipt(long index) {
        return Receipt.read(text("/api/ledger/entries/{index}/proof", index));
    }

    private Checkpoint checkpoint() {
        return SignedNote.open(text("/api/ledger/checkpoint"), key())
                .map(Checkpoint::read)
                .orElseThrow();
    }

    private Verifier key() {
        return Verifier.read(text("/api/ledger/key"));
    }

    private String text(String path, Object... variables) {
        return new String(
                house.anonymous()
                        .get()
                        .uri(path, variables)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().block();
    }
}
