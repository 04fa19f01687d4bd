package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.purchase.domain.PortalProposal;
import reactor.core.publisher.Mono;

/** Keeps results of the portal that wait for a second person. */
public interface PortalProposals {
    /** Empty when there is none. */
    Mono<PortalProposal> find(UUID lot);

    /** The same with its next version; the lot must be held. */
    Mono<PortalProposal> save(PortalProposal proposal);

    /** Does nothing when there is none. */
    Mono<Void> drop(UUID lot);
}
