package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.search.SearchFixtures.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Texts;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.PublishedNotice;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.SearchFixtures;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Elastic;
import org.goufu.search.index.Folding;
import org.goufu.search.index.IndexBench;
import org.goufu.search.index.Nodes;
import org.goufu.search.index.SearchSettings;
import org.goufu.search.query.NoticeQuestion.Sort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.netty.http.client.HttpClient;

@GoufuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeSearchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> CATEGORIES =
            List.of("A0402-01", "A0402-02", "A0401-01", "A0402", "A1001-01", "B0202-01", "A1004-01");

    @Autowired
    Nodes nodes;

    @Autowired
    Regions regions;

    @Autowired
    ServiceCategories categories;

    @Autowired
    Texts texts;

    private IndexBench bench;
    private NoticeSearch search;

    @BeforeAll
    void fill() {
        bench = new IndexBench(nodes, "it-notices-" + ProcessHandle.current().pid(), regions);
        var places = Stream.of("510104017", "510104", "510107", "510703", "5101", "511502")
                .filter(code -> regions.find(code).isPresent())
                .toList();
        bench.published.addAll(SearchFixtures.notices(700, 42, places, CATEGORIES));
        bench.published.add(notice("“社区长者食堂”助餐服务", "为六十岁以上老年人提供午餐。养老顾问常驻。服务满一年。"));
        bench.published.add(notice("<script>alert(1)</script>午餐配送", "A & B <i>午餐</i>。"));
        bench.rebuilt();
        search = on(bench.elastic);
    }

    @AfterAll
    void clear() {
        bench.close();
    }

    private NoticeSearch on(Elastic elastic) {
        return on(elastic, bench.settings);
    }

    private NoticeSearch on(Elastic elastic, SearchSettings settings) {
        var tree = new Tree(regions, categories);
        var query = new NoticeQuery(new TextQueries(new Vocabulary(regions, categories)), tree);
        return new NoticeSearch(query, elastic, new SearchClock(bench.clock), tree, texts, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"助餐", "老年食堂", "zhucan", "zc", "“长者食堂”", "長者食堂", "社区长者食堂", "配餐", "锦江区长者食堂", "食堂"})
    void theMealServiceIsFoundByEveryNameItHas(String q) {
        assertThat(all(ask(q))).extracting(NoticeHit::title).contains("“社区长者食堂”助餐服务");
    }

    @Test
    void whatIsTypedAsInitialsComesBeforeChanceHits() {
        assertThat(page(ask("zc")).items().getFirst().title()).contains("餐");
    }

    @Test
    void aPhraseIsNotFoundAcrossAFullStop() {
        assertThat(all(ask("\"老年人提供午餐\""))).hasSize(1);
        assertThat(all(ask("午餐养老"))).isEmpty();
        assertThat(all(ask("\"午餐养老\""))).isEmpty();
    }

    /** The oracle reads the texts in plain Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"社区助餐\"",
                "\"人民调解\"",
                "\"服务项目\"",
                "\"食\"",
                "\"和\"",
                "\"PPP\"",
                "\"ppp 2026\"",
                "\"养老评估\"",
                "\"垃圾分类中心\"",
                "\"留守\" -\"儿童\""
            })
    void phrasesFindExactlyWhatContainsThem(String q) {
        var words = Words.of(q);
        var expected = bench.published.stream()
                .filter(one -> words.wanted().stream().allMatch(word -> contains(one, word.text())))
                .filter(one -> words.unwanted().stream().noneMatch(word -> contains(one, word.text())))
                .map(PublishedNotice::id)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(all(ask(q))).extracting(NoticeHit::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    private boolean contains(PublishedNotice notice, String phrase) {
        var wanted = letters(phrase);
        return Stream.of(
                        Stream.of(
                                notice.title(),
                                notice.department().name(),
                                regions.coded(notice.regionCode()).name()),
                        Stream.of(notice.body().split("[。！？；!?;]")))
                .flatMap(Function.identity())
                .anyMatch(text -> letters(text).contains(wanted));
    }

    private static String letters(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void aWordAndItsExclusionPartTheResult() {
        for (var word : List.of("社区", "助餐", "食", "ppp", "\"人民调解\"", "sq")) {
            long with = page(ask("服务 " + word)).total();
            long without = page(ask("服务 -" + word)).total();
            assertThat(with + without).as(word).isEqualTo(page(ask("服务")).total());
        }
    }

    @Test
    void everyFacetCountsWhatChoosingItWouldLeave() {
        var random = new Random(7);
        for (int round = 0; round < 4; round++) {
            var question = random(random);
            var page = page(question);
            named(page.facets()).forEach((name, values) -> {
                for (var value : values) {
                    assertThat(page(chosen(question, name, value.key())).total())
                            .as("%s %s of %s", name, value, question)
                            .isEqualTo(value.count());
                    assertThat(value.name()).isNotBlank();
                }
            });
        }
    }

    private static Map<String, List<NoticePage.Facet>> named(NoticePage.Facets facets) {
        return Map.of(
                "region", facets.region(),
                "category", facets.category(),
                "method", facets.method(),
                "type", facets.type(),
                "status", facets.status(),
                "month", facets.month());
    }

    private static NoticeQuestion random(Random random) {
        return new NoticeQuestion(
                SearchFixtures.pick(random, "", "服务", "社区 -助餐", "zhucan", "食"),
                random.nextBoolean()
                        ? List.of()
                        : List.of(SearchFixtures.pick(random, NoticeType.values()), NoticeType.PROCUREMENT),
                random.nextBoolean() ? List.of() : List.of(SearchFixtures.pick(random, "5101", "510104", "510104017")),
                random.nextBoolean()
                        ? List.of()
                        : List.of(SearchFixtures.pick(random, "A", "A04", "A0402", "A0402-01")),
                random.nextInt(3) > 0 ? List.of() : List.of(SearchFixtures.pick(random, ProcurementMethod.values())),
                random.nextBoolean() ? List.of() : List.of(NoticeStatus.OPEN, NoticeStatus.CLOSED),
                random.nextBoolean() ? null : 1_000_000L,
                null,
                random.nextBoolean() ? Span.EVER : new Span(SearchFixtures.NOW.minusSeconds(200 * 86_400), null),
                Span.EVER,
                List.of(),
                null,
                20,
                null);
    }

    private static NoticeQuestion chosen(NoticeQuestion ask, String facet, String key) {
        return new NoticeQuestion(
                ask.text(),
                facet.equals("type") ? List.of(NoticeType.valueOf(key)) : ask.types(),
                facet.equals("region") ? List.of(key) : ask.regions(),
                facet.equals("category") ? List.of(key) : ask.categories(),
                facet.equals("method") ? List.of(ProcurementMethod.valueOf(key)) : ask.methods(),
                facet.equals("status") ? List.of(NoticeStatus.valueOf(key)) : ask.statuses(),
                ask.minAmountFen(),
                ask.maxAmountFen(),
                facet.equals("month") ? month(key) : ask.published(),
                ask.deadline(),
                ask.departments(),
                ask.sort(),
                ask.size(),
                null);
    }

    private static Span month(String key) {
        var month = YearMonth.parse(key);
        return new Span(
                month.atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant(),
                month.atEndOfMonth()
                        .atTime(LocalTime.MAX)
                        .atZone(BusinessClock.ZONE)
                        .toInstant());
    }

    @Test
    void facetsOfRegionsAreTheChildrenOfTheChosenOne() {
        var page = page(chosen(ask(""), "region", "5101"));
        assertThat(page.facets().region())
                .extracting(NoticePage.Facet::key)
                .isNotEmpty()
                .isSubsetOf(regions.children("5101").stream().map(Region::code).toList());
    }

    @Test
    void pagesFollowEachOtherWithoutGapWhileNoticesArrive() {
        for (var sort : Sort.values()) {
            var before = new ArrayList<>(bench.published);
            var seen = new ArrayList<NoticeHit>();
            @Nullable String after = null;
            do {
                var page = page(with(ask("服务"), sort, 60, after));
                seen.addAll(page.items());
                after = next(page);
                var late = notice("新到的服务" + seen.size(), "晚来。");
                bench.published.add(late);
                bench.index(List.of(late.id()));
            } while (after != null && seen.size() < 1_000);
            assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
            var late = before.stream().map(PublishedNotice::id).toList();
            assertThat(seen.stream().map(NoticeHit::id).filter(late::contains)).hasSize((int)
                    before.stream().filter(one -> contains(one, "服务")).count());
        }
    }

    @Test
    void deadlinesAheadComeFirstTheNearestBeforeTheRest() {
        var hits = all(with(ask(""), Sort.DEADLINE, 100, null));
        var ahead = hits.stream()
                .takeWhile(hit -> hit.deadline() != null && hit.deadline().isAfter(bench.now()))
                .toList();
        var past = hits.stream()
                .skip(ahead.size())
                .takeWhile(hit -> hit.deadline() != null)
                .toList();
        var rest = hits.stream().skip(ahead.size() + past.size()).toList();
        assertThat(ahead)
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.deadline().compareTo(b.deadline()));
        assertThat(past).isNotEmpty().allMatch(hit -> !hit.deadline().isAfter(bench.now()));
        assertThat(past.stream()
                        .map(hit -> hit.deadline().getEpochSecond() / 60)
                        .toList())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rest).isNotEmpty().allMatch(hit -> hit.deadline() == null);
    }

    @Test
    void statusIsToldByTheMomentOfAsking() {
        for (var status : NoticeStatus.values()) {
            assertThat(all(chosen(ask(""), "status", status.name())))
                    .isNotEmpty()
                    .allMatch(hit -> hit.status() == status);
        }
    }

    @Test
    void highlightsEscapeWhatTheDepartmentWrote() {
        var hit = all(ask("午餐配送")).getFirst();
        assertThat(hit.highlights().title())
                .startsWith("&lt;script&gt;")
                .contains("<em>午餐配送</em>")
                .doesNotContain("<script");
        var body = all(ask("午餐")).stream()
                .filter(one -> one.title().contains("script"))
                .findFirst()
                .orElseThrow()
                .highlights()
                .body();
        assertThat(body).anyMatch(text -> text.contains("A &amp; B &lt;i&gt;<em>午餐</em>"));
    }

    @Test
    void wordsInAnyOfTheWaysNeverBreakTheQuestion() {
        for (var q : List.of(
                "*", "?", "a AND (b", "\"", "-", "--", "+x", "[1 TO 2]", "title:x", "\\", "/", "😀", "{}", "～", "-*")) {
            assertThat(page(ask(q)).items()).as(q).isNotNull();
        }
    }

    @Test
    void aCursorBelongsToItsQuestion() {
        var next = next(page(with(ask("服务"), Sort.AMOUNT, 5, null)));
        assertThat(next).isNotNull();
        for (var wrong : List.of(
                with(ask("社区"), Sort.AMOUNT, 5, next),
                with(ask("服务"), Sort.PUBLISHED, 5, next),
                with(ask("服务"), Sort.AMOUNT, 5, "[]"),
                with(ask("服务"), Sort.AMOUNT, 5, "nonsense"))) {
            assertThatThrownBy(() -> page(wrong))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem()).isEqualTo(SearchProblem.CURSOR_UNREADABLE));
        }
    }

    @Test
    void aDeadServerIsUnavailableAndSoonAnswersAtOnce() {
        var dead = Nodes.of(HttpClient.create(), List.of("http://127.0.0.1:1"), null);
        var nowhere = on(new Elastic(dead, bench.settings));
        long start = 0;
        for (int i = 0; i < 50; i++) {
            if (i == 10) start = System.nanoTime();
            assertThatThrownBy(() -> nowhere.page(ask("x"), Locale.ENGLISH).block(PATIENCE))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem()).isEqualTo(SearchProblem.UNAVAILABLE));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    /** In the first minute of a new platform; the pages then show the newest from the database. */
    @Test
    void anIndexThatIsNotBuiltYetIsUnavailable() {
        var unbuilt = on(bench.elastic, new SearchSettings("it-unbuilt", PATIENCE, PATIENCE, PATIENCE, false));
        assertThatThrownBy(() -> unbuilt.page(ask("助餐"), Locale.ENGLISH).block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(SearchProblem.UNAVAILABLE));
    }

    private static NoticeQuestion ask(String q) {
        return new NoticeQuestion(
                q, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, Span.EVER, Span.EVER, List.of(),
                null, 100, null);
    }

    private static NoticeQuestion with(NoticeQuestion ask, Sort sort, int size, @Nullable String after) {
        return new NoticeQuestion(
                ask.text(),
                ask.types(),
                ask.regions(),
                ask.categories(),
                ask.methods(),
                ask.statuses(),
                null,
                null,
                Span.EVER,
                Span.EVER,
                List.of(),
                sort,
                size,
                after);
    }

    private NoticePage page(NoticeQuestion ask) {
        var page = search.page(ask, Locale.SIMPLIFIED_CHINESE).block(PATIENCE);
        assertThat(page).isNotNull();
        return page;
    }

    private List<NoticeHit> all(NoticeQuestion ask) {
        var hits = new ArrayList<NoticeHit>();
        var question = ask;
        while (true) {
            var page = page(question);
            hits.addAll(page.items());
            var after = next(page);
            if (after == null) return hits;
            question = new NoticeQuestion(
                    ask.text(),
                    ask.types(),
                    ask.regions(),
                    ask.categories(),
                    ask.methods(),
                    ask.statuses(),
                    ask.minAmountFen(),
                    ask.maxAmountFen(),
                    ask.published(),
                    ask.deadline(),
                    ask.departments(),
                    ask.sort(),
                    ask.size(),
                    after);
        }
    }

    /** The cursor as the controller hands it on. */
    private static @Nullable String next(NoticePage page) {
        return page.next() == null ? null : PageRequest.of(1, page.next()).after();
    }
}
