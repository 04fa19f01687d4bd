package org.goufu.opendata.usecase;

import java.util.List;
import org.goufu.organization.BodyChanged;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts changed bodies as they are now. */
@Component
class CountBodies implements EventHandler<BodyChanged> {
    private final FollowRegistry follow;

    CountBodies(FollowRegistry follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "opendata.bodies";
    }

    @Override
    public Class<BodyChanged> type() {
        return BodyChanged.class;
    }

    @Override
    public Mono<Void> handle(List<BodyChanged> events) {
        return follow.of(events.stream().map(BodyChanged::bodyId).distinct().toList());
    }
}
