package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.goufu.Awaiting;
import org.goufu.bench.Figures;
import org.goufu.bench.GoufuBench;
import org.goufu.purchase.NoticeStatus;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The search page through the API against the identical query sent straight to Elasticsearch, alternating, on 200 questions. */
@GoufuBench
class SearchBench {
    private static final List<String> WORDS = List.of(
            "助餐", "日间照料", "社工站", "社区矫正", "人民调解", "志愿", "留守儿童", "残疾人", "心理健康", "垃圾分类",
            "老年食堂", "满意度调查", "防灾减灾", "就业", "文化活动", "能力建设", "评估", "培训", "探访", "禁毒");
    private static final List<String> REGIONS = List.of("51", "5101", "5107", "5115", "510114");
    private static final int QUESTIONS = 200;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 8;
    private static final int CLIENTS = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private NoticeQuery query;

    @Autowired
    private SearchSettings settings;

    @Autowired
    private SearchClock clock;

    @Autowired
    private DatabaseClient database;

    @Value("${spring.elasticsearch.uris}")
    private String elasticsearch;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private record Pair(HttpRequest api, HttpRequest raw) {}

    @Test
    void compare() throws IOException, InterruptedException {
        nothingElseIsUnderWay();
        var pairs = pairs();
        for (var pair : pairs) {
            assertThat(ids(send(pair.api()), "/items", "/id")).isEqualTo(ids(send(pair.raw()), "/hits/hits", "/_source/id"));
        }
        // Java compiles what it runs often: a server that has stood for minutes is measured, not one that has just started.
        for (int round = 0; round < WARM_UP; round++) {
            together(pairs, Pair::raw);
            together(pairs, Pair::api);
        }
        latency(pairs);
        throughput(pairs);
    }

    /** A province that was just loaded, or whose index is built anew, is matched for minutes. */
    private void nothingElseIsUnderWay() {
        Awaiting.until(Duration.ofMinutes(10), () -> {
            assertThat(database.sql("select count(*) from platform.outbox_delivery")
                            .mapValue(Long.class)
                            .one()
                            .block())
                    .isZero();
            return true;
        });
    }

    /** One client, question by question, each side first in every other round. */
    private void latency(List<Pair> pairs) throws IOException, InterruptedException {
        var api = new Figures(QUESTIONS * ROUNDS);
        var raw = new Figures(QUESTIONS * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            for (var pair : pairs) {
                boolean apiFirst = round % 2 == 0;
                if (apiFirst) api.add(time(pair.api()));
                raw.add(time(pair.raw()));
                if (!apiFirst) api.add(time(pair.api()));
            }
        }
        Figures.report("search", "one client, api: " + api + "; elasticsearch: " + raw);
        Figures.report(
                "search",
                "p50 ratio %.2f, p95 ratio %.2f, throughput ratio %.2f (one client)"
                        .formatted(
                                api.median() / raw.median(),
                                api.percentile(0.95) / raw.percentile(0.95),
                                raw.sum() / api.sum()));
    }

    /** Four clients, whole rounds of either side in turn; the median of the rounds' ratios. */
    private void throughput(List<Pair> pairs) throws InterruptedException {
        var ratios = new Figures(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            long raw = round % 2 == 0 ? together(pairs, Pair::raw) : 0;
            long api = together(pairs, Pair::api);
            if (round % 2 == 1) raw = together(pairs, Pair::raw);
            ratios.add((long) (1e6 * raw / api));
        }
        Figures.report("search", "throughput ratio %.2f (%d clients)".formatted(ratios.median(), CLIENTS));
    }

    private long together(List<Pair> pairs, Function<Pair, HttpRequest> side) throws InterruptedException {
        long begin = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            clients.invokeAll(pairs.stream()
                    .<Callable<String>>map(pair -> () -> send(side.apply(pair)))
                    .toList());
        }
        return System.nanoTime() - begin;
    }

    private List<Pair> pairs() {
        var now = clock.now().block(Duration.ofSeconds(5));
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < QUESTIONS; i++) {
            var word = WORDS.get(i % WORDS.size());
            var region = REGIONS.get(i / WORDS.size() % REGIONS.size());
            boolean openOnly = i >= QUESTIONS / 2;
            var ask = new NoticeQuestion(
                    word, List.of(), List.of(region), List.of(), List.of(), openOnly ? List.of(NoticeStatus.OPEN) : List.of(), null, null,
                    Span.EVER, Span.EVER, List.of(), null, 20, null);
            var body = Elastic.bytes(query.of(ask, Words.of(word), now, null));
            pairs.add(new Pair(
                    get("http://127.0.0.1:" + port + "/api/notices?q=" + encoded(word) + "&region=" + region
                            + (openOnly ? "&status=OPEN" : "")),
                    post(
                            elasticsearch + "/" + SearchIndex.NOTICES.alias(settings.prefix()) + "/_search?filter_path="
                                    + encoded(NoticeAnswer.PATHS),
                            body)));
        }
        return pairs;
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static HttpRequest post(String address, byte[] body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private long time(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        send(request);
        return System.nanoTime() - begin;
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The page shows one hit less than was asked for, which only tells whether there is a next page. */
    private static List<String> ids(String body, String list, String id) {
        var ids = new ArrayList<String>();
        for (JsonNode item : JSON.readTree(body).at(list)) {
            if (ids.size() < 20) ids.add(item.at(id).asString());
        }
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
