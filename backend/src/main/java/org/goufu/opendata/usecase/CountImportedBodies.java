package org.goufu.opendata.usecase;

import java.util.List;
import org.goufu.organization.BodiesImported;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts imported bodies as they are now, beside the lane of single changes. */
@Component
class CountImportedBodies implements EventHandler<BodiesImported> {
    private final FollowRegistry follow;

    CountImportedBodies(FollowRegistry follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "opendata.imported-bodies";
    }

    @Override
    public Class<BodiesImported> type() {
        return BodiesImported.class;
    }

    @Override
    public Mono<Void> handle(List<BodiesImported> events) {
        return follow.of(events.stream()
                .flatMap(event -> event.bodyIds().stream())
                .distinct()
                .toList());
    }
}
