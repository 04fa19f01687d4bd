package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * An approver gave a purchase back to its officers.
 *
 * @param version of the purchase as it went back
 */
public record ReturnedToDraft(UUID purchaseId, long version, UUID departmentId, String title) implements DomainEvent {}
