package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** An approver gave a purchase back to its officers. */
public record ReturnedToDraft(UUID purchaseId, UUID departmentId, String title) implements DomainEvent {}
