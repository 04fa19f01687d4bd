package org.goufu.purchase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * A call was corrected.
 *
 * @param noticeId of the correction
 * @param title of the correction
 * @param lots all of the call
 * @param putOff whether its deadline moved
 */
public record NoticeCorrected(UUID noticeId, UUID purchaseId, String title, List<UUID> lots, boolean putOff)
        implements DomainEvent {
    public NoticeCorrected {
        lots = List.copyOf(lots);
    }
}
