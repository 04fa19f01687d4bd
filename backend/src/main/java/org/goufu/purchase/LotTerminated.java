package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * A lot ended without a result, and its termination is public.
 *
 * @param noticeId of the termination
 * @param title of the call
 */
public record LotTerminated(UUID lotId, UUID purchaseId, UUID noticeId, String title) implements DomainEvent {}
