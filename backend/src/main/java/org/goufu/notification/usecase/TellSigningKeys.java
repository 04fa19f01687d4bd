package org.goufu.notification.usecase;

import java.util.List;
import java.util.Locale;
import org.goufu.bidding.SigningKeyNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a key signs in a body's name, or no more, and tells the body: nobody else can see that it is none of its own (decision 41). */
@Component
class TellSigningKeys implements EventHandler<SigningKeyNews> {
    private final Inbox inbox;
    private final OrganizationDirectory organizations;
    private final Transactions transactions;

    TellSigningKeys(Inbox inbox, OrganizationDirectory organizations, Transactions transactions) {
        this.inbox = inbox;
        this.organizations = organizations;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.signing-keys";
    }

    @Override
    public Class<SigningKeyNews> type() {
        return SigningKeyNews.class;
    }

    @Override
    public Mono<Void> handle(List<SigningKeyNews> events) {
        return Flux.fromIterable(events)
                .concatMap(this::batch)
                .concatMap(batch -> transactions.write(inbox.deliver(batch)))
                .then();
    }

    private Mono<Batch> batch(SigningKeyNews event) {
        return organizations
                .find(event.bodyId())
                .map(body -> Batch.ofSigningKey(
                        "signing-key/%s/%s".formatted(event.keyId(), word(event.what())),
                        event.bodyId(),
                        body.name(),
                        phrase(event)));
    }

    static Phrase phrase(SigningKeyNews event) {
        return Phrase.of("told.signing-key." + word(event.what()), event.by());
    }

    private static String word(SigningKeyNews.What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
