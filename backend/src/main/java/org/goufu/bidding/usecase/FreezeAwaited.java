package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.HolderKeyEnrolled;
import org.goufu.platform.outbox.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that a key came into use, and freezes the keys of lots that waited for one. */
@Component
class FreezeAwaited implements EventHandler<HolderKeyEnrolled> {
    private static final Logger LOG = LoggerFactory.getLogger(FreezeAwaited.class);

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
        return waiting.awaited()
                .concatMap(lot -> freeze.orAwait(lot).onErrorResume(failure -> later(lot, failure)))
                .then();
    }

    /** One that fails keeps none of the others waiting; its first bidder asks again. */
    private static Mono<Void> later(UUID lot, Throwable failure) {
        LOG.warn("the holders of lot {} cannot be frozen now: {}", lot, failure.toString());
        return Mono.empty();
    }
}
