package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.About;
import org.goufu.notification.domain.Kind;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.PortalResultNews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears what becomes of results that the statutory medium published: tells the department what waits for it, and of a published one the
 * winners and all who were told of the lot, each once.
 */
@Component
class TellPortalResults implements EventHandler<PortalResultNews> {
    private final Inbox inbox;
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellPortalResults(Inbox inbox, Delivery delivery, Transactions transactions) {
        this.inbox = inbox;
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.portal-results";
    }

    @Override
    public Class<PortalResultNews> type() {
        return PortalResultNews.class;
    }

    @Override
    public Mono<Void> handle(List<PortalResultNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(tell(event)))
                .then();
    }

    private Mono<Void> tell(PortalResultNews event) {
        return event.what() == PortalResultNews.What.PUBLISHED
                ? inbox.toldOf(event.lotId())
                        .collectList()
                        .flatMapIterable(told -> published(event, told))
                        .filter(batch -> !batch.tellings().isEmpty())
                        .concatMap(delivery::of)
                        .then()
                : inbox.deliver(Batch.toDepartment(
                        event.id(), event.departmentId(), event.purchaseId(), event.title(), phrase(event)));
    }

    private List<Batch> published(PortalResultNews event, List<UUID> told) {
        var others = new HashSet<>(told);
        event.winners().forEach(others::remove);
        return List.of(
                batch(event, event.winners(), Phrase.of("told.result.won-elsewhere")),
                batch(event, others, phrase(event)));
    }

    private Batch batch(PortalResultNews event, Collection<UUID> recipients, Phrase reason) {
        return Batch.ofPublic(
                Kind.EVALUATION,
                event.id(),
                new About(event.lotId(), event.purchaseId(), event.title()),
                Objects.requireNonNull(event.noticeId()),
                recipients,
                reason,
                random);
    }

    static Phrase phrase(PortalResultNews event) {
        return switch (event.what()) {
            case PROPOSED -> Phrase.of("told.portal-result.proposed");
            case RETURNED -> Phrase.of("told.portal-result.returned", String.valueOf(event.words()));
            case PUBLISHED -> Phrase.of("told.result.published");
        };
    }
}
