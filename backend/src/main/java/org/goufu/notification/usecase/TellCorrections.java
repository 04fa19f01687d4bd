package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.NoticeCorrected;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears that a call was corrected and tells all who were told of it and all who answered it (domain.md 6.1), in the same words: nobody
 * can see from what is told who of them has bid.
 */
@Component
class TellCorrections implements EventHandler<NoticeCorrected> {
    private final ToldOrBid toldOrBid;
    private final RandomGenerator random = new SecureRandom();

    TellCorrections(ToldOrBid toldOrBid) {
        this.toldOrBid = toldOrBid;
    }

    @Override
    public String name() {
        return "notification.corrections";
    }

    @Override
    public Class<NoticeCorrected> type() {
        return NoticeCorrected.class;
    }

    @Override
    public Mono<Void> handle(List<NoticeCorrected> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> toldOrBid.tell(event.lots(), recipients -> batch(event, recipients)))
                .then();
    }

    private Batch batch(NoticeCorrected event, Set<UUID> recipients) {
        return Batch.ofCorrection(
                "correction/" + event.noticeId(),
                event.noticeId(),
                event.purchaseId(),
                event.title(),
                recipients,
                Phrase.of(event.putOff() ? "told.correction.put-off" : "told.correction"),
                random);
    }
}
