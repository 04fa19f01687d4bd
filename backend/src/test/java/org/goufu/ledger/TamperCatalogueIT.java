package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.GoufuIT;
import org.goufu.bidding.AwardedPurchase;
import org.goufu.bidding.usecase.Boxes;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.bidding.usecase.Uploads;
import org.goufu.ledger.Deed.Asked;
import org.goufu.ledger.Deed.Hand;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.tool.Main;
import org.goufu.ledger.domain.tool.Outcome;
import org.goufu.ledger.usecase.Forger;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whoever changes rows of the database is found out by a stranger who asks over HTTP, and who has nothing but the ledger's key and the
 * verifier that the site hands out (security.md 6.4). On an installation of its own, for its clock is moved.
 */
@GoufuIT
@Tag("alone")
@Import({TamperingFilter.class, Forger.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperCatalogueIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.goufu.ledger.domain.tool.words", Locale.ENGLISH);

    @Autowired
    WebTestClient client;

    @Autowired
    Boxes boxes;

    @Autowired
    Uploads uploads;

    @Autowired
    KeepSigningKeys keys;

    @Autowired
    OrganizationDirectory organizations;

    @Autowired
    Ledger ledger;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Autowired
    TamperingFilter tampering;

    @Autowired
    Forger forger;

    @LocalServerPort
    int port;

    @TempDir
    static Path folder;

    private final Map<String, Object> values = new TreeMap<>();
    private UUID purchase;
    private UUID another;
    private long ownPlace;

    @BeforeAll
    void anHonestPurchaseIsAwarded() throws IOException {
        var honest = new AwardedPurchase(client, boxes, uploads, keys, organizations, ledger, transactions, database);
        another = honest.withRevokedHolder();
        var lot = honest.called();
        save("kept.checkpoint", asked("/api/ledger/checkpoint"));
        save("key", asked("/api/ledger/key"));
        honest.awarded(lot);
        values.putAll(honest.values());
        purchase = lot.purchase();
        ownPlace = number("select index from ledger.act where subject = '%s'".formatted(values.get("own")));
        long drawn =
                number("select (content::jsonb #>> '{draw,head,size}')::bigint from evaluation.result where lot = '%s'"
                        .formatted(lot.id()));
        values.put("kept", size("kept.checkpoint"));
        values.put("drawn", drawn);
        values.put("resigned", forger.head(drawn, Hash.EMPTY));
    }

    @AfterEach
    void nothingWasTamperedWith() throws Exception {
        tampering.honest();
        assertThat(verified(Asked.BUNDLE))
                .satisfies(honest ->
                        assertThat(honest.outcome()).as(honest.words()).isEqualTo(Outcome.GOOD));
    }

    @Test
    void theListIsWhole() {
        assertThat(Deed.all().stream().map(Deed::number).filter(number -> number > 0))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(Deed.all().stream()
                        .map(one -> one.statements() + one.hand().name() + one.asked())
                        .distinct())
                .hasSameSizeAs(Deed.all());
        assertThat(Deed.all()).extracting(Deed::name).doesNotHaveDuplicates();
    }

    /** Also what has no tampering in it in any other way of asking. */
    @ParameterizedTest
    @EnumSource(
            value = Asked.class,
            names = {"RECEIPT", "LOG", "CONSISTENCY"})
    void theHonestLedgerIsGood(Asked asked) throws Exception {
        var found = verified(asked);
        assertThat(found.outcome()).as(found.words()).isEqualTo(Outcome.GOOD);
    }

    static List<Deed> deeds() {
        return Deed.all();
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isNamed(Deed deed) throws Exception {
        save("last.checkpoint", asked("/api/ledger/checkpoint"));
        tampering.become(done(deed));
        var found = verified(deed.asked());
        assertThat(found.words()).contains(parts(deed.said()));
        if (deed.hand() == Hand.FORGER) {
            assertThat(found.words())
                    .as("what was forged fits together")
                    .doesNotContain(parts("bundle.ENTRY"))
                    .doesNotContain(parts("bundle.SIGNATURE"));
        }
        boolean incomplete = deed.said().startsWith("bundle.")
                && BundleFault.valueOf(deed.said().substring("bundle.".length()))
                        .isIncomplete();
        if (incomplete) assertThat(found.outcome()).isNotEqualTo(Outcome.GOOD);
        else assertThat(found.outcome()).isEqualTo(Outcome.TAMPERED);
    }

    /** The bundle comes from the ledger, and from the exact bytes that it names: rows beside them change nothing in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update bidding.opened_bid set price = replace(price, '8500000', '9900000') where envelope = :own",
                "update bidding.opened_bid set name = '别家', accepted_at = accepted_at - interval '1 day' where envelope = :own",
                "update bidding.box set digest = sha256('x'), deadline = deadline + interval '1 day' where lot = :lot",
                "update bidding.chain set link = sha256('x') where lot = :lot",
                "update bidding.event set at = at - interval '1 day', link = sha256('x') where lot = :lot",
                "delete from bidding.signing_key where id = :signer",
                "delete from bidding.standing where lot = :lot",
                "update bidding.envelope set body = id where id = :own",
                "update bidding.opening set least = least + 1, bids = bids + 1 where lot = :lot",
                "update bidding.holder_key set state = 'REVOKED', public_key = set_byte(public_key, 9, 0)",
                "update purchase.lot set budget_fen = budget_fen + 1 where id = :lot",
                "update purchase.notice set title = '别的', deadline = deadline + interval '1 day' where id = :call",
                "update evaluation.evaluation set document = '{}', phase = 'SCORING' where lot = :lot",
                "update evaluation.sheet set document = '{}' where lot = :lot",
                "update evaluation.signed_sheet set seat = seat + 1, revision = revision + 1 where lot = :lot",
                "update evaluation.pool set name = '别人'"
            })
    void changesNothing(String statement) {
        var bundle = "/api/purchases/" + purchase + "/bundle";
        var honest = asked(bundle);
        tampering.become(owning(List.of(statement)).then());
        assertThat(asked(bundle)).isEqualTo(honest);
    }

    /** Of a sentence, what it says in any case. */
    private static String[] parts(String name) {
        return Arrays.stream(WORDS.getString(name).replace("''", "'").split("\\{\\d}"))
                .map(String::strip)
                .filter(part -> part.length() > 1)
                .toArray(String[]::new);
    }

    private Mono<Void> done(Deed deed) {
        var forged = deed.hand() == Hand.FORGER
                ? forger.again(deed.asked() == Asked.ANOTHER_BUNDLE ? another : purchase)
                : Mono.<Void>empty();
        return owning(deed.statements())
                .then(forged)
                .then(run("set local session_replication_role = origin"))
                .then();
    }

    /** Without the triggers that keep everybody else from it. */
    private Flux<Long> owning(List<String> statements) {
        return Flux.fromIterable(statements)
                .startWith("set local session_replication_role = replica")
                .concatMap(this::run);
    }

    private Mono<Long> run(String statement) {
        var spec = database.sql(statement);
        for (var value : values.entrySet()) {
            if (statement.matches("(?s).*:" + value.getKey() + "\\b.*")) {
                spec = spec.bind(value.getKey(), value.getValue());
            }
        }
        return spec.fetch()
                .rowsUpdated()
                .doOnNext(rows -> assertThat(statement.startsWith("set") ? 1 : rows)
                        .as(statement)
                        .isPositive());
    }

    private record Found(Outcome outcome, String words) {}

    /** By what a stranger has at home, over the wire. */
    private Found verified(Asked asked) throws Exception {
        return switch (asked) {
            case BUNDLE -> verified("bundle", save("bundle.zip", asked("/api/purchases/" + purchase + "/bundle")));
            case ANOTHER_BUNDLE ->
                verified("bundle", save("bundle.zip", asked("/api/purchases/" + another + "/bundle")));
            case RECEIPT -> verified("receipt", save("receipt", asked("/api/ledger/entries/" + ownPlace + "/proof")));
            case LOG -> verified("log", "http://localhost:" + port, "--keep", path("last.checkpoint"));
            case CONSISTENCY -> {
                var now = save("now.checkpoint", asked("/api/ledger/checkpoint"));
                var path =
                        "/api/ledger/consistency?before=" + size("kept.checkpoint") + "&size=" + size("now.checkpoint");
                yield verified("consistency", path("kept.checkpoint"), now, save("proof", asked(path)));
            }
        };
    }

    private Found verified(String... typed) throws InterruptedException {
        var printed = new ByteArrayOutputStream();
        var all = Arrays.copyOf(typed, typed.length + 4);
        System.arraycopy(new String[] {"--key", path("key"), "--lang", "en"}, 0, all, typed.length, 4);
        var outcome = Main.run(new PrintStream(printed, true, StandardCharsets.UTF_8), all);
        return new Found(outcome, printed.toString(StandardCharsets.UTF_8));
    }

    private byte[] asked(String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String save(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return path(name);
    }

    /** Of a signed head, in its second line. */
    private long size(String name) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve(name)).get(1));
    }

    private long number(String sql) {
        return database.sql(sql)
                .mapValue(Long.class)
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
