package org.goufu.bidding.usecase;

import java.util.List;
import org.goufu.bidding.HolderKeyEnrolled;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that a key came into use, and freezes the keys of lots that waited for one. */
@Component
class FreezeAwaited implements EventHandler<HolderKeyEnrolled> {
    private final FreezeKeyset freeze;
    private final AwaitedKeysets waiting;

    FreezeAwaited(FreezeKeyset freeze, AwaitedKeysets waiting) {
        this.freeze = freeze;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "bidding.freeze-awaited";
    }

    @Override
    public Class<HolderKeyEnrolled> type() {
        return HolderKeyEnrolled.class;
    }

    @Override
    public Mono<Void> handle(List<HolderKeyEnrolled> events) {
        return waiting.awaited().concatMap(freeze::orAwait).then();
    }
}
