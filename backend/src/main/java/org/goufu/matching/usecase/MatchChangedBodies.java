package org.goufu.matching.usecase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.search.CapabilitiesIndexed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that changed bodies can be found again and judges them against the open lots. */
@Component
class MatchChangedBodies implements EventHandler<CapabilitiesIndexed> {
    private final MatchBodies matchBodies;

    MatchChangedBodies(MatchBodies matchBodies) {
        this.matchBodies = matchBodies;
    }

    @Override
    public String name() {
        return "matching.bodies";
    }

    @Override
    public Class<CapabilitiesIndexed> type() {
        return CapabilitiesIndexed.class;
    }

    @Override
    public Mono<Void> handle(List<CapabilitiesIndexed> events) {
        var ids = new LinkedHashSet<UUID>();
        events.forEach(event -> ids.addAll(event.bodyIds()));
        return matchBodies.changed(ids);
    }
}
