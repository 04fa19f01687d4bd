package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Other people open a lot's bids than those to whom earlier bids are sealed.
 *
 * @param id of the replacement
 * @param title of the lot
 */
public record HoldersReplaced(UUID id, UUID lotId, UUID purchaseId, UUID noticeId, String title)
        implements DomainEvent {}
