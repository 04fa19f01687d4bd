package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.bidding.ConsentNews;
import org.goufu.bidding.ConsentNews.What;
import org.goufu.bidding.domain.Box;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the news about rosters and consents with the deed; nobody but the other side is told. */
@Component
class TellConsents {
    private final OrganizationDirectory organizations;
    private final Outbox outbox;

    TellConsents(OrganizationDirectory organizations, Outbox outbox) {
        this.organizations = organizations;
        this.outbox = outbox;
    }

    Mono<Void> group(Box box, UUID federation, UUID group, What what) {
        return tell(box, group, federation, what);
    }

    Mono<Void> federation(Box box, UUID federation, UUID group, What what) {
        return tell(box, federation, group, what);
    }

    private Mono<Void> tell(Box box, UUID recipient, UUID other, What what) {
        return organizations
                .find(other)
                .map(BodyProfile::name)
                .flatMap(name -> outbox.append(
                        new ConsentNews(Ids.next(), box.lot(), box.purchase(), recipient, box.title(), what, name)));
    }
}
