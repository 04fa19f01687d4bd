package org.goufu.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.ledger.domain.SmallLedger.utf8;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.goufu.ledger.domain.tool.Main;
import org.goufu.ledger.domain.tool.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger reads and what a script learns from the exit code. */
class MainTests {
    private static final long SEED = 5;

    @TempDir
    Path folder;

    private final SmallLedger ledger = new SmallLedger(SEED);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void theKeyIsKept() throws IOException {
        Files.writeString(folder.resolve("key"), ledger.verifier.text() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingHasItsCodeAndItsSentenceInBothLanguages(Tampering tampering) throws Exception {
        var bundle = write("bundle.zip", BundleCheckTests.zipped(tampering.of(ledger)));
        var wanted = tampering.fault().isIncomplete() ? Outcome.INCOMPLETE : Outcome.TAMPERED;
        for (var language : new String[] {"zh", "en"}) {
            assertThat(run("bundle", bundle, "--lang", language)).isEqualTo(wanted);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains(sentence(tampering, language));
        }
        assertThat(wanted.code()).isEqualTo(tampering.fault().isIncomplete() ? 2 : 1);
    }

    @Test
    void anHonestBundleIsGood() throws Exception {
        ledger.others(20);
        var purchase = ledger.purchase(3);
        var bundle = write("bundle.zip", BundleCheckTests.zipped(ledger.bundle(purchase)));
        assertThat(run("bundle", bundle, "--lang", "en").code()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("3 entries; 3 notices");
    }

    @ParameterizedTest
    @CsvSource({"false, zh", "false, en", "true, zh", "true, en"})
    void whatWasDerivedAgainIsToldInBothLanguages(boolean byPrice, String language) throws Exception {
        ledger.others(7);
        var evaluation = SmallEvaluation.of(ledger);
        if (byPrice) evaluation.byPrice().drawn().awarded();
        else evaluation.drawn().scored().awarded();
        var bundle = write("bundle.zip", BundleCheckTests.zipped(ledger.bundle(evaluation.box.purchase)));
        assertThat(run("bundle", bundle, "--lang", language).code()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        said(language, "bundle.box", "7", "2"),
                        said(language, "bundle.prices", "2"),
                        said(language, "bundle.price", together(evaluation.box), "93000.00"),
                        said(language, "bundle.price", "试验社工中心", "92000.00"),
                        said(language, "bundle.draw", "老年助餐", "7"),
                        said(language, byPrice ? "bundle.unscored" : "bundle.sheets", "3"),
                        said(language, "bundle.ranking", "2"),
                        byPrice
                                ? said(language, "bundle.awardByPrice", "老年助餐", "试验社工中心", "92000.00")
                                : said(language, "bundle.award", "老年助餐", together(evaluation.box), "93000.00", "90.51"),
                        said(language, "bundle.limits"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingWithAwardsHasItsCode(EvaluationTampering tampering) throws Exception {
        var bundle = write("bundle.zip", BundleCheckTests.zipped(tampering.of(ledger)));
        assertThat(run("bundle", bundle, "--lang", "en").code())
                .isEqualTo(tampering.fault().isIncomplete() ? 2 : 1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(said("en", "bundle.limits"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingWithBidsHasItsCode(BoxTampering tampering) throws Exception {
        var bundle = write("bundle.zip", BundleCheckTests.zipped(tampering.of(ledger)));
        assertThat(run("bundle", bundle, "--lang", "en").code())
                .isEqualTo(tampering.fault().isIncomplete() ? 2 : 1);
    }

    /** Whoever has a receipt of a bid has it held against the bundle. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void receiptsThatWereKeptMustStandInTheBundle(String language) throws Exception {
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        var before = ledger.head();
        var kept = ledger.of(box.purchase).getLast();
        var receipt = write("kept", ledger.receipt(kept, ledger.size(), before));
        var bundle = write("bundle.zip", BundleCheckTests.zipped(TamperedBox.opened(box)));
        assertThat(run("bundle", bundle, receipt, "--lang", language)).isEqualTo(Outcome.GOOD);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(said(language, "bundle.kept", "1"));
        var other = write("other.zip", BundleCheckTests.zipped(KeptTampering.BID_LEFT_OUT.of(new SmallLedger(SEED))));
        var left = write(
                "left",
                utf8(KeptTampering.BID_LEFT_OUT.kept(new SmallLedger(SEED)).getFirst()));
        assertThat(run("bundle", other, "--lang", language)).isEqualTo(Outcome.GOOD);
        assertThat(run("bundle", other, left, "--lang", language)).isEqualTo(Outcome.TAMPERED);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(said(language, "bundle.KEPT_DIFFERS", "").strip().substring(1));
    }

    /** Whoever bids again may stay unknown: only the seal is told. */
    @Test
    void aBoxWithTooFewBidsIsToldWithoutBidders() throws Exception {
        var box = new SmallBox(ledger, ledger.purchase(1));
        box.sealed(1);
        ledger.act(
                box.purchase,
                Map.of("bids", 1, "kind", "OPENED", "least", 3, "lot", box.lot, "stage", "NONE", "subject", box.lot));
        var bundle = write("bundle.zip", BundleCheckTests.zipped(ledger.bundle(box.purchase)));
        assertThat(run("bundle", bundle, "--lang", "en").code()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Box:", "Prices:", "Award:");
    }

    @Test
    void aReceiptIsGoodOrNot() throws Exception {
        ledger.others(5);
        var act = ledger.of(ledger.purchase(1)).getFirst();
        var receipt = new String(ledger.receipt(act, ledger.size(), ledger.head()), StandardCharsets.UTF_8);
        assertThat(run("receipt", write("good", utf8(receipt)))).isEqualTo(Outcome.GOOD);
        var forged = receipt.replaceFirst("\nindex [0-9]+", "\nindex 0");
        assertThat(run("receipt", write("forged", utf8(forged)))).isEqualTo(Outcome.TAMPERED);
        assertThat(run("receipt", write("none", utf8("hello")))).isEqualTo(Outcome.INCOMPLETE);
        assertThat(run("receipt", folder.resolve("absent").toString())).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void aForkATruncatedLogAndAnHonestOneAreToldApart() throws Exception {
        ledger.others(30);
        int size = ledger.size();
        var old = write("old", utf8(ledger.head()));
        ledger.others(12);
        var grown = write("new", utf8(ledger.head()));
        var proof = org.goufu.ledger.domain.Path.consistency(size, ledger.size()).stream()
                .map(part -> part.hash(node -> MerkleTests.recursive(ledger.leaves(node)))
                        .base64())
                .collect(Collectors.joining("\n"));
        var path = write("proof", utf8(proof));
        var fork = write("fork", utf8(ledger.head(SmallLedger.ORIGIN, ledger.size(), Hash.EMPTY)));
        var unsigned = write("unsigned", utf8(ledger.head().replace("\n" + ledger.size(), "\n" + (ledger.size() + 1))));

        assertThat(run("consistency", old, grown, path)).isEqualTo(Outcome.GOOD);
        assertThat(run("consistency", old, fork, path)).isEqualTo(Outcome.TAMPERED);
        assertThat(run("consistency", grown, old, path)).isEqualTo(Outcome.TAMPERED);
        assertThat(run("consistency", old, unsigned, path)).isEqualTo(Outcome.TAMPERED);
        assertThat(run("consistency", old, grown, write("no", utf8("")))).isEqualTo(Outcome.TAMPERED);
    }

    @Test
    void aMonitorNoticesWhatIsTakenBack() throws Exception {
        Map<String, byte[]> served = new ConcurrentHashMap<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var first = new AtomicBoolean(true);
        server.createContext("/", exchange -> {
            if (first.getAndSet(false)) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(429, -1);
                exchange.close();
                return;
            }
            var body = served.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            var kept = folder.resolve("kept").toString();
            ledger.others(300);
            served.putAll(ledger.served());
            assertThat(run("log", address, "--keep", kept)).isEqualTo(Outcome.GOOD);
            ledger.others(300);
            served.putAll(ledger.served());
            assertThat(run("log", address, "--keep", kept)).isEqualTo(Outcome.GOOD);

            var shorter = new SmallLedger(5);
            shorter.others(100);
            served.putAll(shorter.served());
            assertThat(run("log", address, "--keep", kept)).isEqualTo(Outcome.TAMPERED);

            var rewritten = new SmallLedger(5);
            rewritten.others(20);
            rewritten.purchase(1);
            rewritten.others(700);
            served.putAll(rewritten.served());
            assertThat(run("log", address, "--keep", kept)).isEqualTo(Outcome.TAMPERED);
            assertThat(run("log", address)).isEqualTo(Outcome.GOOD);

            served.get("/api/ledger/tile/entries/001")[40] ^= 1;
            assertThat(run("log", address)).isEqualTo(Outcome.TAMPERED);
            served.remove("/api/ledger/tile/entries/001");
            assertThat(run("log", address)).isEqualTo(Outcome.INCOMPLETE);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "receipt",
        "bundle a b",
        "unknown a",
        "receipt a --colour red",
        "consistency a b",
        "bundle a --key"
    })
    void whatIsTypedWronglyIsAnsweredWithHelp(String typed) throws Exception {
        var words = typed.isEmpty() ? new String[0] : typed.split(" ");
        assertThat(Main.run(out(), words)).isEqualTo(Outcome.INCOMPLETE);
        assertThat(printed.size()).isPositive();
    }

    @Test
    void withoutAKeyNothingIsVouchedFor() throws Exception {
        var bundle = write("bundle.zip", BundleCheckTests.zipped(ledger.bundle(ledger.purchase(1))));
        assertThat(Main.run(out(), "bundle", bundle, "--lang", "zh")).isEqualTo(Outcome.INCOMPLETE);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--key");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(words("en").keySet()).isEqualTo(words("zh").keySet());
    }

    /** As a stranger runs it: nothing but the JDK and this file. */
    @Test
    void theJarRunsByItself() throws Exception {
        var jar = Path.of("target/classes/static/goufu-verify.jar");
        var bundle = write("bundle.zip", BundleCheckTests.zipped(ledger.bundle(ledger.purchase(2))));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-jar",
                        jar.toString(),
                        "bundle",
                        bundle,
                        "--key",
                        folder.resolve("key").toString(),
                        "--lang",
                        "en")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Result: good");
        assertThat(process.exitValue()).isZero();
    }

    private Outcome run(String... words) throws InterruptedException {
        var all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--key";
        all[words.length + 1] = folder.resolve("key").toString();
        return Main.run(out(), all);
    }

    private PrintStream out() {
        printed.reset();
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static String together(SmallBox box) {
        return TamperedBox.first(box).consortium().names();
    }

    /** Without the place, which stands before it. */
    private static String sentence(Tampering tampering, String language) {
        var form = new MessageFormat(words(language).getString("bundle." + tampering.fault()), Locale.ROOT);
        return form.format(new Object[] {""});
    }

    private static String said(String language, String key, String... texts) {
        return new MessageFormat(words(language).getString(key), Locale.ROOT).format(texts);
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "org.goufu.ledger.domain.tool.words",
                language.equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
