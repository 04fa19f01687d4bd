package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** An officer asks the approvers of the department to look at a purchase. */
public record ReviewAsked(UUID purchaseId, UUID departmentId, String title) implements DomainEvent {}
