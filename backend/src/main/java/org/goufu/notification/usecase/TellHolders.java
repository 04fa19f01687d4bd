package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.bidding.HoldersReplaced;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Kind;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears that a lot's holders were replaced and tells all who were told of the lot and all who bid for it, in the same words: nobody can see
 * from what is told who of them has to seal anew.
 */
@Component
class TellHolders implements EventHandler<HoldersReplaced> {
    private final ToldOrBid toldOrBid;
    private final RandomGenerator random = new SecureRandom();

    TellHolders(ToldOrBid toldOrBid) {
        this.toldOrBid = toldOrBid;
    }

    @Override
    public String name() {
        return "notification.holders";
    }

    @Override
    public Class<HoldersReplaced> type() {
        return HoldersReplaced.class;
    }

    @Override
    public Mono<Void> handle(List<HoldersReplaced> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> toldOrBid.tell(List.of(event.lotId()), recipients -> batch(event, recipients)))
                .then();
    }

    private Batch batch(HoldersReplaced event, Set<UUID> recipients) {
        return Batch.ofPublic(
                Kind.BID,
                "holders/" + event.id(),
                new Batch.About(event.lotId(), event.purchaseId(), event.title()),
                event.noticeId(),
                recipients,
                Phrase.of("told.holders-replaced"),
                random);
    }
}
