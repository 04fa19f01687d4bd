package org.goufu.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedNotice;
import org.goufu.reference.Regions;
import org.goufu.search.Capability;
import org.goufu.search.SearchFixtures;
import org.goufu.search.SearchFixtures.Federations;
import org.goufu.search.SearchFixtures.Organizations;
import org.goufu.search.SearchFixtures.Purchases;
import org.goufu.search.index.Elastic.Lane;
import reactor.core.publisher.Mono;

/** The indexing half of search on a real server, with indices of its own and registers in memory. */
public final class IndexBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final List<PublishedNotice> published = new ArrayList<>();
    public final List<BodyProfile> registered = new ArrayList<>();
    public final List<Membership> belonging = new ArrayList<>();
    public final SearchSettings settings;
    public final Elastic elastic;
    public final BusinessClock clock = () -> Mono.just(SearchFixtures.NOW);
    final Indices indices;
    final Notices notices;
    final Bodies bodies;
    final Rebuild rebuild;
    final IndexedVersions versions;

    public IndexBench(Nodes nodes, String prefix, Regions regions) {
        var patient = Duration.ofSeconds(20);
        this.settings = new SearchSettings(prefix, patient, patient, PATIENCE, false);
        this.elastic = new Elastic(nodes, settings);
        this.indices = new Indices(elastic, settings, () -> Mono.just(SearchFixtures.NOW));
        var purchases = new Purchases(published);
        this.notices = new Notices(purchases, regions, indices, elastic);
        var reader = new BodyReader(new Organizations(registered), new Federations(belonging));
        this.versions = new IndexedVersions(elastic, settings);
        this.bodies = new Bodies(reader, indices, versions, elastic, clock);
        this.rebuild = new Rebuild(purchases, notices, reader, indices, elastic, clock);
    }

    public Instant now() {
        return SearchFixtures.NOW;
    }

    public IndexBench rebuilt() {
        rebuild.all((done, total) -> {}).block(PATIENCE);
        return this;
    }

    public void index(Collection<UUID> noticeIds) {
        notices.index(noticeIds).block(PATIENCE);
    }

    /** Puts documents in as they are, whatever the registers say. */
    public void put(List<Capability> capabilities) {
        var targets = indices.targets(SearchIndex.CAPABILITIES).block(PATIENCE);
        for (int from = 0; from < capabilities.size(); from += 1_000) {
            var bulk = new Bulk();
            capabilities
                    .subList(from, Math.min(capabilities.size(), from + 1_000))
                    .forEach(one -> bulk.add(targets, one.id(), one.version(), CapabilitySource.of(one)));
            bulk.send(elastic, true).block(PATIENCE);
        }
    }

    /** Leaves nothing behind on a server that others use too. */
    public void close() {
        for (var index : SearchIndex.values()) {
            elastic.send(
                            Lane.MANAGE,
                            "DELETE",
                            "/" + index.alias(settings.prefix()) + "-1," + index.alias(settings.prefix()) + "-2,"
                                    + index.alias(settings.prefix()) + "-3",
                            Map.of("ignore_unavailable", "true"),
                            null)
                    .block(PATIENCE);
        }
    }
}
