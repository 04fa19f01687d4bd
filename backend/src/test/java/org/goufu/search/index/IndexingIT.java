package org.goufu.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.search.SearchFixtures.DAY;
import static org.goufu.search.SearchFixtures.body;
import static org.goufu.search.SearchFixtures.fact;
import static org.goufu.search.SearchFixtures.mandate;
import static org.goufu.search.SearchFixtures.membership;
import static org.goufu.search.SearchFixtures.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.goufu.GoufuIT;
import org.goufu.kernel.ProblemException;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.reference.Regions;
import org.goufu.search.SearchFixtures;
import org.goufu.search.SearchProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@GoufuIT
class IndexingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Nodes nodes;

    @Autowired
    Regions regions;

    private IndexBench bench;

    @BeforeEach
    void begin() {
        bench = new IndexBench(nodes, "it-indexing-" + ProcessHandle.current().pid(), regions);
        bench.published.add(notice("先有的", "在先。"));
        bench.rebuilt();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aChangeOfAFederationRewritesItsMembersDocuments() {
        var federation = add(body(BodyKind.FEDERATION, "春熙路街道联合会", 1));
        var group = add(body(BodyKind.FILED_GROUP, "棋友会", 1));
        bench.belonging.add(membership(federation, group, DAY, mandate(1, "A04")));
        index(group.id());
        var before = known(SearchIndex.CAPABILITIES, "body", group.id());
        assertThat(before).hasSize(1);
        replace(
                federation,
                new BodyProfile(
                        federation.id(),
                        federation.name(),
                        federation.kind(),
                        federation.legalForm(),
                        federation.creditCode(),
                        null,
                        federation.regionCode(),
                        null,
                        "",
                        "",
                        List.of(),
                        7,
                        List.of(fact(FactKind.CREDIT_LIST, "SERIOUS", DAY, null))));
        assertThat(bench.bodies.index(List.of(federation.id())).block(PATIENCE)).contains(federation.id(), group.id());
        var after = known(SearchIndex.CAPABILITIES, "body", group.id());
        assertThat(after.values()).containsExactly(before.values().iterator().next() + 6);
    }

    @Test
    void aFederationOfEightyFourIsRewrittenInOneBulk() {
        var federation = add(body(BodyKind.FEDERATION, "春熙路街道联合会", 1));
        for (int i = 0; i < 84; i++) {
            var group = add(body(BodyKind.FILED_GROUP, "团队" + i, 1));
            bench.belonging.add(membership(federation, group, DAY, mandate(1, "A04")));
        }
        long before = bulks();
        assertThat(bench.bodies.index(List.of(federation.id())).block(PATIENCE)).hasSize(85);
        assertThat(bulks()).isEqualTo(before + 1);
    }

    /** The index has one shard, which counts a bulk once however many documents it brings. */
    private long bulks() {
        var index =
                bench.indices.targets(SearchIndex.CAPABILITIES).block(PATIENCE).getFirst();
        var answer = bench.elastic
                .send(Elastic.Lane.MANAGE, "GET", "/" + index + "/_stats/bulk", Map.of(), null)
                .block(PATIENCE);
        return Elastic.JSON
                .readTree(answer)
                .path("_all")
                .path("primaries")
                .path("bulk")
                .path("total_operations")
                .asLong();
    }

    @Test
    void whatIsNoMoreStaysBuried() {
        var federation = add(body(BodyKind.FEDERATION, "春熙路街道联合会", 1));
        var group = add(body(BodyKind.FILED_GROUP, "棋友会", 5));
        bench.belonging.add(membership(federation, group, DAY, mandate(1)));
        index(group.id());
        bench.belonging.clear();
        index(group.id());
        assertThat(known(SearchIndex.CAPABILITIES, "body", group.id())).isEmpty();
        bench.registered.remove(group);
        index(group.id());
        assertThat(known(SearchIndex.ORGANIZATIONS, "id", group.id())).isEmpty();
    }

    @Test
    void olderNewsLoses() {
        var notice = notice("新", "新。");
        var targets = bench.indices.targets(SearchIndex.NOTICES).block(PATIENCE);
        var newer = new Bulk();
        newer.add(targets, notice.id(), 5, NoticeDocument.of(notice, regions));
        newer.send(bench.elastic, true).block(PATIENCE);
        var older = new Bulk();
        older.add(targets, notice.id(), 4, NoticeDocument.of(notice, regions));
        older.send(bench.elastic, true).block(PATIENCE);
        assertThat(known(SearchIndex.NOTICES, "id", notice.id())).containsEntry(notice.id(), 5L);
    }

    @Test
    void whatIsPublishedDuringARebuildIsInTheNewIndex() {
        bench.published.addAll(SearchFixtures.notices(2_500, 3, List.of("510104"), List.of("A0402-01")));
        var late = notice("重建时发布", "晚。");
        var published = new AtomicBoolean();
        bench.rebuild
                .all((done, total) -> {
                    if (published.compareAndSet(false, true)) bench.published.add(late);
                })
                .and(Flux.interval(Duration.ofMillis(20))
                        .onBackpressureDrop()
                        .takeUntil(tick -> published.get())
                        .then(Mono.defer(() -> bench.notices.index(List.of(late.id())))))
                .block(PATIENCE);
        assertThat(known(SearchIndex.NOTICES, "id", late.id())).hasSize(1);
        assertThat(bench.indices.count(SearchIndex.NOTICES).block(PATIENCE)).isEqualTo(2_502);
        assertThat(bench.rebuild.status().state()).isEqualTo(Rebuild.State.DONE);
    }

    @Test
    void aSecondRebuildIsRefused() {
        var first = bench.rebuild.all((done, total) -> {}).toFuture();
        assertThat(refused()).isTrue();
        first.join();
        assertThat(refused()).isFalse();
    }

    @Test
    void aRebuildIsRefusedWhileAnotherInstanceBuilds() {
        var other = new IndexBench(nodes, bench.settings.prefix(), regions);
        other.indices.beside(SearchIndex.NOTICES).block(PATIENCE);
        assertThat(refused()).isTrue();
    }

    private boolean refused() {
        return Boolean.TRUE.equals(bench.rebuild
                .all((done, total) -> {})
                .thenReturn(false)
                .onErrorReturn(this::isRefusal, true)
                .block(PATIENCE));
    }

    private boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problem() == SearchProblem.REBUILD_RUNNING;
    }

    private BodyProfile add(BodyProfile body) {
        bench.registered.add(body);
        return body;
    }

    private void replace(BodyProfile old, BodyProfile fresh) {
        bench.registered.remove(old);
        bench.registered.add(fresh);
    }

    private void index(UUID body) {
        bench.bodies.index(List.of(body)).block(PATIENCE);
    }

    private Map<UUID, Long> known(SearchIndex index, String field, UUID id) {
        return bench.versions.ofBodies(index, field, List.of(id)).block(PATIENCE);
    }
}
