package org.goufu.notification.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.goufu.federation.FederationDirectory;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.organization.FactKind;
import org.goufu.organization.RunningOut;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what runs out and tells the body; of a filing also the federation, which cannot bid with the group afterwards. */
@Component
class TellEndings implements EventHandler<RunningOut> {
    private final Inbox inbox;
    private final FederationDirectory federations;
    private final Transactions transactions;

    TellEndings(Inbox inbox, FederationDirectory federations, Transactions transactions) {
        this.inbox = inbox;
        this.federations = federations;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.endings";
    }

    @Override
    public Class<RunningOut> type() {
        return RunningOut.class;
    }

    @Override
    public Mono<Void> handle(List<RunningOut> events) {
        return Flux.fromIterable(events)
                .concatMap(this::batches)
                .concatMap(batch -> transactions.write(inbox.deliver(batch)))
                .then();
    }

    private Flux<Batch> batches(RunningOut event) {
        var own = Flux.just(Batch.ofEnding(news(event), event.bodyId(), event.bodyName(), phrase(event)));
        return event.kind() == FactKind.FILING ? own.concatWith(toFederations(event)) : own;
    }

    private Flux<Batch> toFederations(RunningOut event) {
        return federations
                .ofMembers(Set.of(event.bodyId()))
                .filter(membership -> membership.lastsOn(event.lastDay()))
                .map(membership -> Batch.ofMembership(
                        news(event),
                        membership.federationId(),
                        membership.id(),
                        event.bodyName(),
                        Phrase.of("told.ending.member", event.lastDay(), event.daysLeft())));
    }

    private static String news(RunningOut event) {
        return "ending/%s/%s/%s/%s/%d"
                .formatted(event.bodyId(), event.kind(), event.value(), event.lastDay(), event.daysLeft());
    }

    private static Phrase phrase(RunningOut event) {
        var key = "told.ending." + event.kind().name().toLowerCase(Locale.ROOT);
        var what = switch (event.kind()) {
            case QUALIFICATION, TAX -> Phrase.qualification(event.value());
            default -> event.value();
        };
        return Phrase.of(key, event.lastDay(), event.daysLeft(), what);
    }
}
