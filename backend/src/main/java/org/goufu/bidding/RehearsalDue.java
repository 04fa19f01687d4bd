package org.goufu.bidding;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * A lot closes within three days, and people of the department have not tried for a month whether their keys still open.
 *
 * @param version which of the lot's documents they hold keys of
 * @param owners who, by name
 */
public record RehearsalDue(
        UUID lotId, int version, UUID purchaseId, UUID departmentId, String title, List<String> owners)
        implements DomainEvent {
    public RehearsalDue {
        owners = List.copyOf(owners);
    }
}
