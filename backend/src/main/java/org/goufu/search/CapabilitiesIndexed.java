package org.goufu.search;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * The abilities of these bodies can be found as they are now.
 *
 * <p>Told after the index was refreshed: whoever judges them against open lots now leaves no gap to lots that are published later.
 */
public record CapabilitiesIndexed(List<UUID> bodyIds) implements DomainEvent {
    public CapabilitiesIndexed {
        bodyIds = List.copyOf(bodyIds);
    }
}
