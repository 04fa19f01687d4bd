package org.goufu.opendata.usecase;

import java.util.List;
import org.goufu.federation.MembershipChanged;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts members as they stand now. */
@Component
class CountMemberships implements EventHandler<MembershipChanged> {
    private final FollowRegistry follow;

    CountMemberships(FollowRegistry follow) {
        this.follow = follow;
    }

    @Override
    public String name() {
        return "opendata.memberships";
    }

    @Override
    public Class<MembershipChanged> type() {
        return MembershipChanged.class;
    }

    @Override
    public Mono<Void> handle(List<MembershipChanged> events) {
        return follow.of(
                events.stream().map(MembershipChanged::memberId).distinct().toList());
    }
}
