package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/** A notice was published, or its outcome became known. */
public record NoticePublished(UUID noticeId, UUID purchaseId) implements DomainEvent {}
