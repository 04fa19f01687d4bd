package org.goufu.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.GoufuIT;
import org.goufu.kernel.Ids;
import org.goufu.reference.Regions;
import org.goufu.search.Capabilities.Candidate;
import org.goufu.search.Capability;
import org.goufu.search.Capability.Days;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;
import org.goufu.search.SearchFixtures;
import org.goufu.search.index.IndexBench;
import org.goufu.search.index.Nodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds the Elasticsearch reading of a filter equal to the plain Java one. */
@GoufuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilitiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOCUMENTS = 1_500;
    private static final int FILTERS = 300;
    private static final LocalDate DAY = SearchFixtures.DAY;
    private static final List<CapabilityField> TERMS = List.of(
            CapabilityField.ROUTE,
            CapabilityField.KIND,
            CapabilityField.CATEGORY,
            CapabilityField.CATEGORY_PATH,
            CapabilityField.INSPECTION,
            CapabilityField.MANDATE_CATEGORY,
            CapabilityField.BODY);
    private static final List<CapabilityField> NUMBERS =
            List.of(CapabilityField.MANDATE_CAP, CapabilityField.staff("SW"), CapabilityField.staff("社会工作师"));
    private static final List<CapabilityField> DAYS = List.of(
            CapabilityField.NORMAL,
            CapabilityField.NOT_NORMAL,
            CapabilityField.FILED,
            CapabilityField.MEMBERSHIP,
            CapabilityField.MANDATE,
            CapabilityField.listed("SERIOUS"),
            CapabilityField.listed("COURT_DEFAULT"),
            CapabilityField.qualified("MEAL"),
            CapabilityField.disqualified("MEAL"),
            CapabilityField.qualified("NEVER"));
    private static final List<String> VALUES =
            List.of("DIRECT", "MEMBER", "FILED_GROUP", "A04", "A0402-01", "2025:QUALIFIED", "*", "nowhere");

    @Autowired
    Nodes nodes;

    @Autowired
    Regions regions;

    private final Random random = new Random(11);
    private final List<UUID> people =
            IntStream.range(0, 300).mapToObj(i -> Ids.next()).toList();
    private final List<Capability> documents = new ArrayList<>();
    private IndexBench bench;
    private ElasticCapabilities capabilities;

    @BeforeAll
    void fill() {
        bench = new IndexBench(
                        nodes, "it-capabilities-" + ProcessHandle.current().pid(), regions)
                .rebuilt();
        IntStream.range(0, DOCUMENTS).forEach(i -> documents.add(document()));
        bench.put(documents);
        capabilities = new ElasticCapabilities(bench.elastic, bench.settings);
    }

    @AfterAll
    void clear() {
        bench.close();
    }

    @Test
    void bothReadingsAgreeOnEveryDocument() {
        int met = 0;
        for (int i = 0; i < FILTERS; i++) {
            var filter = filter(3);
            var expected = documents.stream()
                    .filter(document -> document.satisfies(filter))
                    .map(document -> new Candidate(document.bidderId(), document.bodyId()))
                    .distinct()
                    .toList();
            var found = capabilities.candidates(filter).collectList().block(PATIENCE);
            assertThat(found).as("%s", filter).containsExactlyInAnyOrderElementsOf(expected);
            if (!expected.isEmpty() && expected.size() < DOCUMENTS / 2) met++;
        }
        assertThat(met).as("filters that told some from others").isGreaterThan(FILTERS / 5);
    }

    @Test
    void poolsCountTheSameInOneRoundTrip() {
        for (int i = 0; i < 40; i++) {
            var filter = filter(2);
            var narrowings = List.of(filter(2), filter(1), Filter.all());
            var pools = capabilities.pools(filter, narrowings).block(PATIENCE);
            assertThat(pools).hasSize(4);
            assertThat(pools.getFirst()).isEqualTo(pools.getLast());
            for (int n = 0; n < 3; n++) {
                var both = n == 0 ? filter : Filter.all(filter, narrowings.get(n - 1));
                var met = documents.stream()
                        .filter(document -> document.satisfies(both))
                        .toList();
                assertThat(pools.get(n).direct())
                        .isEqualTo(met.stream().filter(this::isDirect).count());
                assertThat(pools.get(n).groups())
                        .isEqualTo(met.stream()
                                .filter(this::isMember)
                                .map(Capability::bodyId)
                                .distinct()
                                .count());
                assertThat(pools.get(n).federations())
                        .isEqualTo(met.stream()
                                .filter(this::isMember)
                                .map(Capability::bidderId)
                                .distinct()
                                .count());
            }
        }
    }

    private boolean isDirect(Capability document) {
        return document.terms().getOrDefault("route", List.of()).contains("DIRECT");
    }

    private boolean isMember(Capability document) {
        return document.terms().getOrDefault("route", List.of()).contains("MEMBER");
    }

    private Capability document() {
        var bidder = one(people);
        var body = one(people);
        var terms = new TreeMap<String, List<String>>();
        for (var field : TERMS) {
            if (random.nextInt(4) > 0) terms.put(field.name(), List.of(one(VALUES), one(VALUES)));
        }
        terms.put("bidder", List.of(bidder.toString()));
        terms.put("body", List.of(body.toString()));
        terms.put("route", List.of(random.nextBoolean() ? "DIRECT" : "MEMBER"));
        var numbers = new TreeMap<String, Long>();
        for (var field : NUMBERS) {
            if (random.nextBoolean()) numbers.put(field.name(), number());
        }
        var days = new TreeMap<String, List<Days>>();
        for (var field : DAYS.subList(0, DAYS.size() - 1)) {
            if (random.nextBoolean())
                days.put(field.name(), random.nextBoolean() ? List.of(days()) : List.of(days(), days()));
        }
        return new Capability(Ids.next(), bidder, body, 1, terms, numbers, Map.copyOf(days));
    }

    private Days days() {
        var from = DAY.plusDays(random.nextInt(21) - 10);
        var to = from.plusDays(random.nextInt(8));
        return switch (random.nextInt(4)) {
            case 0 -> new Days(from, null);
            case 1 -> new Days(null, to);
            default -> new Days(from, to);
        };
    }

    private long number() {
        return random.nextInt(5) == 0 ? 9_007_199_254_740_993L - random.nextInt(3) : random.nextInt(6);
    }

    private Filter filter(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 ->
                new Filter.Terms(one(TERMS), random.nextInt(8) == 0 ? List.of() : List.of(one(VALUES), one(VALUES)));
            case 1 ->
                new Filter.Range(
                        one(NUMBERS), random.nextBoolean() ? null : number(), random.nextBoolean() ? null : number());
            case 2 ->
                new Filter.Contains(
                        one(DAYS), DAY.plusDays(random.nextInt(25) - 12).toEpochDay());
            case 3 -> new Filter.Exists(one(random.nextBoolean() ? DAYS : random.nextBoolean() ? NUMBERS : TERMS));
            case 4 -> new Filter.Not(filter(depth - 1));
            case 5 -> Filter.all(parts(depth));
            default -> new Filter.Any(parts(depth));
        };
    }

    private List<Filter> parts(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> filter(depth - 1))
                .toList();
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
