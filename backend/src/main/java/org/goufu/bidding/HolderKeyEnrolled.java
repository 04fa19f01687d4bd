package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** A key came into use. */
public record HolderKeyEnrolled(UUID id) implements DomainEvent {}
