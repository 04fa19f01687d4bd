package org.goufu.search.index;

import java.util.List;
import org.goufu.federation.MembershipChanged;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes members findable with the mandates that they have given, and tells that they are. */
@Component
class MembershipIndexing implements EventHandler<MembershipChanged> {
    private final IndexBodies indexBodies;

    MembershipIndexing(IndexBodies indexBodies) {
        this.indexBodies = indexBodies;
    }

    @Override
    public String name() {
        return "search.memberships";
    }

    @Override
    public Class<MembershipChanged> type() {
        return MembershipChanged.class;
    }

    @Override
    public Mono<Void> handle(List<MembershipChanged> events) {
        return indexBodies.of(
                events.stream().map(MembershipChanged::memberId).distinct().toList());
    }
}
