package org.goufu.notification.usecase;

import java.util.List;
import java.util.Locale;
import org.goufu.federation.MembershipNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what happens to memberships and tells the other side. */
@Component
class TellMemberships implements EventHandler<MembershipNews> {
    private final Inbox inbox;
    private final Transactions transactions;

    TellMemberships(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.memberships";
    }

    @Override
    public Class<MembershipNews> type() {
        return MembershipNews.class;
    }

    @Override
    public Mono<Void> handle(List<MembershipNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(inbox.deliver(batch(event))))
                .then();
    }

    private static Batch batch(MembershipNews event) {
        var word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Batch.ofMembership(
                "membership/" + event.id(),
                event.recipientId(),
                event.membershipId(),
                event.title(),
                new Phrase("told.membership." + word, event.arguments()));
    }
}
