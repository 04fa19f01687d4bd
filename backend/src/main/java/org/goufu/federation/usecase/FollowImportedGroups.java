package org.goufu.federation.usecase;

import java.util.List;
import org.goufu.organization.BodiesImported;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows imports, beside the lane of single changes. */
@Component
class FollowImportedGroups implements EventHandler<BodiesImported> {
    private final FollowGroups follow;

    FollowImportedGroups(FollowGroups follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "federation.imported-groups";
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
