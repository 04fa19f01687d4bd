package org.goufu.notification.usecase;

import java.util.List;
import org.goufu.matching.LotMatched;
import org.goufu.notification.Teller;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears of matched lots and tells the bodies that match. */
@Component
class TellMatchedLots implements EventHandler<LotMatched> {
    private final Teller teller;

    TellMatchedLots(Teller teller) {
        this.teller = teller;
    }

    @Override
    public String name() {
        return "notification.matches";
    }

    @Override
    public Class<LotMatched> type() {
        return LotMatched.class;
    }

    @Override
    public Mono<Void> handle(List<LotMatched> events) {
        return Flux.fromIterable(events)
                .distinct()
                .concatMap(event -> teller.tell(event.lotId(), event.noticeId()))
                .then();
    }
}
