package org.goufu.search.index;

import java.util.Map;
import org.goufu.search.index.Elastic.Lane;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells whether searching works.
 *
 * <p>Without it the platform is degraded, not down: publishing, reading by id and signing in go on, so the status is one that leaves
 * the whole UP.
 */
@Component("search")
class SearchHealth implements ReactiveHealthIndicator {
    private static final String DEGRADED = "DEGRADED";

    private final Elastic elastic;

    SearchHealth(Elastic elastic) {
        this.elastic = elastic;
    }

    @Override
    public Mono<Health> health() {
        return elastic.send(Lane.SEARCH, "GET", "/_cluster/health", Map.of("filter_path", "status"), null)
                .map(answer -> Health.up().build())
                .onErrorResume(failure -> Mono.just(Health.status(DEGRADED).build()));
    }
}
