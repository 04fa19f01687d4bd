package org.goufu.federation.usecase;

import java.util.List;
import org.goufu.organization.BodyChanged;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows single changes of the registry. */
@Component
class FollowChangedGroups implements EventHandler<BodyChanged> {
    private final FollowGroups follow;

    FollowChangedGroups(FollowGroups follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "federation.groups";
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
