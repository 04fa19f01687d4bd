package org.goufu.matching.usecase;

import java.util.List;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.NoticePublished;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears of published notices and matches their lots. */
@Component
class MatchPublishedLots implements EventHandler<NoticePublished> {
    private static final int AT_ONCE = 4;

    private final MatchLots matchLots;

    MatchPublishedLots(MatchLots matchLots) {
        this.matchLots = matchLots;
    }

    @Override
    public String name() {
        return "matching.lots";
    }

    @Override
    public Class<NoticePublished> type() {
        return NoticePublished.class;
    }

    @Override
    public Mono<Void> handle(List<NoticePublished> events) {
        return Flux.fromIterable(events)
                .map(NoticePublished::noticeId)
                .distinct()
                .flatMap(matchLots::of, AT_ONCE)
                .then();
    }
}
