package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bench.RushBidders.Bidder;
import org.goufu.bench.RushBidders.Prepared;
import org.goufu.matching.Admission;
import org.goufu.matching.Admission.Question;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;

/**
 * The last seconds before a deadline: every bidder replaces the bid again and again over HTTP, and goes on for a second after it; then
 * every accepted bid is looked for in box and ledger, and every late one.
 */
@TestComponent
class Rush {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int PAGE = 500;

    @Autowired
    private TestHouse house;

    @Autowired
    private PurchaseDirectory purchases;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private Admission admission;

    @Autowired
    private BusinessClock clock;

    /**
     * How a round is.
     *
     * @param open how long before the deadline it begins
     * @param bidsASecond as many are prepared, of all bidders together
     * @param repeating every so manieth bid is sent twice; none when it is zero
     */
    record Plan(Duration open, int bidsASecond, int repeating) {}

    /** What came of a round: nanoseconds of each accepted bid, and whose envelopes they were. */
    record Round(List<Long> took, List<UUID> accepted, long repeated, long refused, long failed) {
        long attempts() {
            return accepted.size() + repeated + refused + failed;
        }

        Round and(Round next) {
            return new Round(
                    joined(took, next.took),
                    joined(accepted, next.accepted),
                    repeated + next.repeated,
                    refused + next.refused,
                    failed + next.failed);
        }

        private static <T> List<T> joined(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    /** So many of the province's bodies that may bid; when there are fewer, each bids for several lots, which all have one deadline. */
    List<Bidder> bidders(Connection connection, int count) throws Exception {
        var lot = publish();
        var now = clock.now().blockOptional(LIMIT).orElseThrow();
        var bodies = page(null)
                .expand(page -> page.size() < PAGE ? Mono.empty() : page(page.getLast().id()))
                .concatMap(page -> admission.of(questions(lot, page), now))
                .flatMapIterable(answers -> answers)
                .filter(Admission.Answer::isAdmitted)
                .collectList()
                .blockOptional(LIMIT)
                .orElseThrow();
        assertThat(bodies).as("eligible bodies").isNotEmpty();
        var rush = new RushBidders(connection);
        var bidders = new ArrayList<Bidder>();
        for (int i = 0; i < count; i++) {
            bidders.add(rush.enrol(bodies.get(i % bodies.size()).bodyId(), i / bodies.size()));
        }
        return bidders;
    }

    private Mono<List<BodyProfile>> page(@Nullable UUID after) {
        return organizations.after(after, PAGE).collectList();
    }

    private static List<Question> questions(PublishedLot lot, List<BodyProfile> page) {
        return page.stream()
                .filter(body -> body.kind() == BodyKind.LEGAL_PERSON)
                .map(body -> new Question(lot, body.id()))
                .toList();
    }

    private PublishedLot publish() {
        var act = new Purchases(house);
        var notice = act.publish(act.lunches("截止前的助餐服务" + System.nanoTime()));
        return purchases
                .lot(UUID.fromString(notice.path("lots").get(0).path("id").asString()))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    /** As many as the bidders are divided among. */
    private List<UUID> lots(List<Bidder> bidders) {
        var lots = new ArrayList<UUID>();
        for (int lot = 0; lot <= bidders.getLast().lot(); lot++) lots.add(publish().id());
        return lots;
    }

    Round round(Connection connection, ExecutorService pool, int port, List<Bidder> bidders, Plan plan)
            throws Exception {
        var lots = lots(bidders);
        int each = Math.toIntExact(
                plan.bidsASecond() * plan.open().plus(AFTERWARDS).toSeconds() / bidders.size());
        var prepared = prepare(connection, lots, bidders, each);
        run(connection, "vacuum analyze");
        var ids = String.join("','", lots.stream().map(UUID::toString).toList());
        run(connection, "set session_replication_role = replica");
        run(connection, """
                update bidding.box set deadline = platform.now() + interval '%d milliseconds' where lot in ('%s')
                """.formatted(plan.open().toMillis(), ids));
        run(connection, "set session_replication_role = origin");
        var round = rush(pool, port, prepared, plan);
        RushCheck.stand(connection, ids, round.accepted());
        return round;
    }

    private List<List<Prepared>> prepare(Connection connection, List<UUID> lots, List<Bidder> bidders, int each)
            throws Exception {
        var digests = new ArrayList<String>();
        var keysets = new ArrayList<byte[]>();
        for (var lot : lots) {
            digests.add(house.get("organization", "/api/lots/{id}/bidding", lot)
                    .path("noticeDigest")
                    .asString());
            keysets.add(house.post("organization", Map.of(), "/api/lots/{id}/keyset", lot)
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent());
        }
        var rush = new RushBidders(connection);
        var prepared = new ArrayList<List<Prepared>>();
        for (var bidder : bidders) {
            int lot = bidder.lot();
            prepared.add(rush.prepare(bidder, lots.get(lot), digests.get(lot), keysets.get(lot), each));
        }
        return prepared;
    }

    private static Round rush(ExecutorService pool, int port, List<List<Prepared>> prepared, Plan plan)
            throws Exception {
        var took = new ConcurrentLinkedQueue<Long>();
        var accepted = new ConcurrentLinkedQueue<UUID>();
        var repeated = new AtomicLong();
        var refused = new AtomicLong();
        var failed = new AtomicLong();
        long end = System.nanoTime() + plan.open().plus(AFTERWARDS).toNanos();
        all(pool, prepared.size(), own -> {
            try (var client = new RushClient(port)) {
                int sent = 0;
                for (var bid : prepared.get(own)) {
                    long begin = System.nanoTime();
                    if (begin > end) break;
                    int status = client.send(bid.request());
                    if (status == CREATED) {
                        took.add(System.nanoTime() - begin);
                        accepted.add(bid.envelope());
                        if (plan.repeating() > 0 && ++sent % plan.repeating() == 0) {
                            assertThat(client.send(bid.request())).isEqualTo(CREATED);
                            repeated.incrementAndGet();
                        }
                    } else {
                        (status == CONFLICT ? refused : failed).incrementAndGet();
                    }
                }
            }
        });
        return new Round(List.copyOf(took), List.copyOf(accepted), repeated.get(), refused.get(), failed.get());
    }

    interface Work {
        void by(int client) throws Exception;
    }

    static void all(ExecutorService pool, int clients, Work work) throws Exception {
        var tasks = new ArrayList<Callable<Void>>();
        for (int client = 0; client < clients; client++) {
            int own = client;
            tasks.add(() -> {
                work.by(own);
                return null;
            });
        }
        for (var done : pool.invokeAll(tasks)) done.get();
    }

    static void run(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
