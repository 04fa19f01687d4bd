package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** The bids of a lot were opened as far as this stage goes, and the record of it is made; {@link OpenedBids} tells the rest. */
public record BidsOpened(UUID lot, UUID purchase, OpenedLot.Stage stage) implements DomainEvent {}
