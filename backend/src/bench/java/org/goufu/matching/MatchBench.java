package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.TestHouse;
import org.goufu.bench.Figures;
import org.goufu.bench.GoufuBench;
import org.goufu.federation.FederationDirectory;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.matching.usecase.MatchLots;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Requirement;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.search.Capabilities;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Whom the index finds for 300 lots against whom the Java reading judges possible, and how long matching one lot takes. */
@GoufuBench
class MatchBench {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long SEED = 20_210_825;
    private static final int COMPARED = 300;
    private static final int WARM_UP = 30;
    private static final int TIMED = 100;
    private static final String WAITING = """
            select count(*) from platform.outbox_delivery where not given_up
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private FederationDirectory federations;

    @Autowired
    private ServiceCategories categories;

    @Autowired
    private Regions regions;

    @Autowired
    private MatchLots matchLots;

    @Test
    void compare() {
        var moment = Moment.of(clock.now().block(LIMIT));
        var registry = BruteForce.of(organizations, federations);
        var query = new Figures(COMPARED);
        long found = 0;
        for (var lot : lots(COMPARED, new Random(SEED))) {
            var rules = Rules.of(lot);
            long begin = System.nanoTime();
            var candidates = capabilities
                    .candidates(rules.candidates(moment.day()))
                    .collectList()
                    .block(LIMIT);
            query.add(System.nanoTime() - begin);
            assertThat(candidates).doesNotHaveDuplicates();
            assertThat(new HashSet<>(candidates)).as(lot.toString()).isEqualTo(registry.candidates(rules, moment));
            found += candidates.size();
        }
        Figures.report(
                "match",
                "%d bodies, %d lots: every set equal, %d candidates a lot; candidates found in %s"
                        .formatted(registry.bodies(), COMPARED, found / COMPARED, query));
    }

    @Test
    void time() {
        var department = department();
        var lots = lots(WARM_UP + TIMED, new Random(SEED + 1));
        var whole = new Figures(TIMED);
        for (int i = 0; i < lots.size(); i++) {
            var notice = publish(department, lots.get(i));
            quiet();
            long begin = System.nanoTime();
            matchLots.of(notice).block(LIMIT);
            if (i >= WARM_UP) whole.add(System.nanoTime() - begin);
        }
        Figures.report("match", "one lot matched, judged and written: " + whole);
    }

    private UUID department() {
        var me = JsonMapper.shared()
                .readTree(house.as("officer")
                        .get()
                        .uri("/api/me")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        return UUID.fromString(me.path("department").path("id").asString());
    }

    /** As publishing leaves it, but nobody hears of it: the measurement itself does the matching. */
    private UUID publish(UUID department, LotTerms lot) {
        return new PublishedLots(database, transactions, new Quiet.Told())
                .publish(
                        department,
                        lot.places().getFirst().value(),
                        lot.category().value(),
                        lot.budgetFen(),
                        "量度",
                        lot.requirements())
                .map(PublishedLots.Published::noticeId)
                .block(LIMIT);
    }

    /** Until those of the lot before are told. */
    private void quiet() {
        Awaiting.until(LIMIT, () -> {
            assertThat(database.sql(WAITING).mapValue(Long.class).one().block(LIMIT))
                    .isZero();
            return true;
        });
    }

    /** Any category of the catalogue's two lowest levels, any street, budgets around 220,000 yuan, every kind of requirement. */
    private List<LotTerms> lots(int count, Random random) {
        var nodes = new ArrayList<>(categories.level(4));
        nodes.addAll(categories.level(3));
        var streets = regions.level(4);
        var lots = new ArrayList<LotTerms>();
        for (int i = 0; i < count; i++) {
            lots.add(new LotTerms(
                    UUID.randomUUID(),
                    new CategoryCode(nodes.get(random.nextInt(nodes.size())).code()),
                    Math.round(Math.exp(Math.log(22_000_000) + 1.15 * random.nextGaussian())),
                    List.of(new RegionCode(
                            streets.get(random.nextInt(streets.size())).code())),
                    requirements(random)));
        }
        return lots;
    }

    private static List<Requirement> requirements(Random random) {
        var all = new ArrayList<Requirement>();
        if (random.nextInt(3) == 0) all.add(Requirement.inspection(2024 + random.nextInt(2)));
        if (random.nextInt(4) == 0) all.add(Requirement.qualification("FOOD_BUSINESS_LICENSE"));
        if (random.nextInt(4) == 0) all.add(Requirement.staff("SOCIAL_WORKER", 1 + random.nextInt(4)));
        if (random.nextInt(5) == 0) all.add(Requirement.text("熟悉本街道的老年人"));
        return all;
    }
}
