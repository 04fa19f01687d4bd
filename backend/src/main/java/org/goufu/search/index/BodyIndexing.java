package org.goufu.search.index;

import java.util.List;
import org.goufu.organization.BodyChanged;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes changed bodies findable as they are, and tells that they are. */
@Component
class BodyIndexing implements EventHandler<BodyChanged> {
    private final IndexBodies indexBodies;

    BodyIndexing(IndexBodies indexBodies) {
        this.indexBodies = indexBodies;
    }

    @Override
    public String name() {
        return "search.bodies";
    }

    @Override
    public Class<BodyChanged> type() {
        return BodyChanged.class;
    }

    @Override
    public Mono<Void> handle(List<BodyChanged> events) {
        return indexBodies.of(
                events.stream().map(BodyChanged::bodyId).distinct().toList());
    }
}
