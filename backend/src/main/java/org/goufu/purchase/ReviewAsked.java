package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * An officer asks the approvers of the department to look at a purchase.
 *
 * @param version of the purchase as it was handed in
 */
public record ReviewAsked(UUID purchaseId, long version, UUID departmentId, String title) implements DomainEvent {}
