package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.bidding.ConsortiumNews;
import org.goufu.bidding.ConsortiumNews.What;
import org.goufu.bidding.domain.Box;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the news about agreements with the deed; only those who stand in one are told of it. */
@Component
class TellConsortia {
    private final OrganizationDirectory organizations;
    private final Outbox outbox;

    TellConsortia(OrganizationDirectory organizations, Outbox outbox) {
        this.organizations = organizations;
        this.outbox = outbox;
    }

    /** @param other whose deed it is */
    Mono<Void> of(Box box, UUID other, What what, Collection<UUID> recipients) {
        if (recipients.isEmpty()) return Mono.empty();
        return organizations
                .find(other)
                .map(BodyProfile::name)
                .flatMapMany(name -> Flux.fromIterable(recipients)
                        .concatMap(recipient -> outbox.append(new ConsortiumNews(
                                Ids.next(), box.lot(), box.purchase(), recipient, box.title(), what, name))))
                .then();
    }
}
