package org.goufu.search.index;

import java.util.List;
import org.goufu.organization.BodiesImported;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes imported bodies findable in a lane of their own, so that an import of many never delays the news of a single change. */
@Component
class ImportIndexing implements EventHandler<BodiesImported> {
    /** How many bodies are indexed, and told on, at once. */
    private static final int PACE = 200;

    private final IndexBodies indexBodies;

    ImportIndexing(IndexBodies indexBodies) {
        this.indexBodies = indexBodies;
    }

    @Override
    public String name() {
        return "search.imported-bodies";
    }

    @Override
    public Class<BodiesImported> type() {
        return BodiesImported.class;
    }

    @Override
    public Mono<Void> handle(List<BodiesImported> events) {
        return Flux.fromIterable(events)
                .flatMapIterable(BodiesImported::bodyIds)
                .distinct()
                .buffer(PACE)
                .concatMap(indexBodies::of)
                .then();
    }
}
