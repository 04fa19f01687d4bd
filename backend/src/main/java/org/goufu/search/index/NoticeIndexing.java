package org.goufu.search.index;

import java.util.List;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.NoticePublished;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes published notices findable. */
@Component
class NoticeIndexing implements EventHandler<NoticePublished> {
    private final Notices notices;

    NoticeIndexing(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "search.notices";
    }

    @Override
    public Class<NoticePublished> type() {
        return NoticePublished.class;
    }

    @Override
    public Mono<Void> handle(List<NoticePublished> events) {
        return notices.index(
                events.stream().map(NoticePublished::noticeId).distinct().toList());
    }
}
